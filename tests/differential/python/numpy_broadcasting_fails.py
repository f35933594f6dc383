# differential: Shapes that do not fit end the program with a traceback.
# exit: 1
import numpy as np
def add(a, b):
    return a + b
print(np.ones(2))
add(np.ones((2, 3)), np.ones(4))
