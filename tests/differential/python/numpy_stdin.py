# differential: Numbers are read from the input.
# exit: 0
# stdin: "1 2\n3 4\n5 6\n"
import sys
import numpy as np
print(np.loadtxt(sys.stdin, dtype=int).sum(axis=0))
