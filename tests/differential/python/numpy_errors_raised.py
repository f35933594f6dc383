# differential: What warns can be told to be an error.
# exit: 1
import numpy as np
print(np.seterr(all="raise"))
try:
    np.float64(1) / 0
except FloatingPointError as error:
    print(error)
np.exp(np.float64(1000))
