# differential: Arrays are made, cut, joined and printed.
# exit: 0
import numpy as np
a = np.arange(24, dtype=np.int32).reshape(2, 3, 4)
print(a)
print(a[:, ::-1, 1:3].sum(axis=1), a.T.shape, a.strides)
print(np.concatenate([a[0], a[1]]).tolist())
print(repr(np.linspace(0, 1, 7)), np.full((2, 2), np.nan))
print(np.where(a % 5 == 0, a, -1).ravel()[:10], np.unique(a % 7, return_counts=True))
