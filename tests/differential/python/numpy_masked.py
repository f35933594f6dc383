# differential: Masked arrays, which are a package of their own.
# exit: 0
import numpy.ma as ma
from numpy import testing
a = ma.masked_less([3, 1, 2, 5], 2)
print(a, a.mean(), a.filled(-1), repr(a))
testing.assert_array_equal(a.compressed(), [3, 2, 5])
