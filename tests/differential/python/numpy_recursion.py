# differential: Deep recursion with arrays ends with a traceback.
# exit: 1
import numpy as np
def down(a):
    return down(a + 1)
down(np.zeros(2))
