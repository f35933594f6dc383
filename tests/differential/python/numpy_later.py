# differential: It is imported by a function, below a name of its own.
# exit: 0
def mean(values):
    import numpy as n
    return float(n.mean(values))
print(mean([1, 2, 4]))
import sys
print("numpy" in sys.modules, "n" in globals(), __name__, sorted(name for name in globals() if not name.startswith("__")))
