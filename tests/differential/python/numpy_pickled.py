# differential: Arrays are pickled and copied.
# exit: 0
import copy, pickle
import numpy as np
a = np.array([[1, 2], [3, 4]], order="F")
b = pickle.loads(pickle.dumps(a, protocol=5))
print(b, b.flags["F_CONTIGUOUS"], copy.deepcopy(a) is a, pickle.loads(pickle.dumps(np.sin)) is np.sin)
