# differential: A module of the same name that is written first takes its place.
# exit: 0
import sys
open("numpy_like.py", "w").write("value = 1")
import numpy_like
import numpy
print(numpy_like.value, numpy.__name__, numpy.__file__, numpy.__version__, sys.path[0])
