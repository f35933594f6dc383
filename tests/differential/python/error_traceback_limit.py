# differential: sys.tracebacklimit cuts what is shown of an uncaught error.
# exit: 1
import sys


def a():
    b()


def b():
    c()


def c():
    raise ValueError("deep")


sys.tracebacklimit = 2
a()
