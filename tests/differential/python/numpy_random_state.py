# differential: The state of the module's own generator looks like one that was just made.
# exit: 0
import numpy as np
kind, key, position, has_gauss, gauss = np.random.get_state()
print(kind, len(key), key.dtype, position, has_gauss, gauss)
print(np.random.mtrand._rand is np.random.get_state.__self__, type(np.random.get_state.__self__).__name__)
