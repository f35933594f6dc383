# differential: An error in sys.excepthook is shown with the first one.
# exit: 1
import sys


def hook(kind, error, trace):
    raise RuntimeError("the hook fails")


sys.excepthook = hook
raise ValueError("the first")
