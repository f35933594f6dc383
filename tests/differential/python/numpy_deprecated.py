# differential: Deprecated names warn or are gone.
# exit: 1
import warnings
import numpy as np
warnings.simplefilter("always")
print(np.product([1, 2, 3]) if hasattr(np, "product") else "gone")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    np.array([1, 2]) == "x"
    print([w.category.__name__ for w in caught])
print(np.float)
