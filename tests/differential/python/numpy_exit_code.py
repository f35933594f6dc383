# differential: Exit codes and what is registered for the end.
# exit: 3
import atexit, sys
import numpy as np
atexit.register(lambda: print("end", np.sum([1, 2])))
a = np.arange(10)
sys.exit(3)
