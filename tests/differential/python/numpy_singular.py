# differential: A singular matrix is an exception of its own.
# exit: 1
import numpy as np
try:
    np.linalg.inv(np.zeros((2, 2)))
except np.linalg.LinAlgError as error:
    print(type(error).__module__, error)
np.linalg.cholesky(-np.eye(2))
