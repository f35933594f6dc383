# differential: A module that is written first is imported beside it.
# exit: 0
import sys
open("beside.py", "w").write("value = 1")
import beside
import numpy
print(beside.value, numpy.__name__, numpy.__file__, numpy.__version__, sys.path[0])
