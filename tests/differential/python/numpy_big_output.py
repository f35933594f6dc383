# differential: Much is printed.
# exit: 0
import sys
import numpy as np
np.set_printoptions(threshold=sys.maxsize, linewidth=100)
print(np.arange(3000).reshape(-1, 10))
