# differential: How arrays are printed can be set.
# exit: 0
import numpy as np
print(np.get_printoptions())
np.set_printoptions(precision=3, suppress=True, threshold=10, edgeitems=2)
print(np.arange(20) / 7, np.array([[1e-10, 1e10]]))
with np.printoptions(formatter={"int": "<{}>".format}):
    print(np.arange(3), repr(np.array(["a", "bc"])))
