# differential: An array that does not fit is refused.
# exit: 1
import numpy as np
try:
    np.ones(1 << 50)
except MemoryError as error:
    print(type(error).__name__, error)
np.empty((1 << 20, 1 << 20, 1 << 20))
