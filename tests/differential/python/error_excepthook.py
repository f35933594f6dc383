# differential: A program's own sys.excepthook replaces the traceback.
# exit: 1
import sys


def hook(kind, error, trace):
    print("hook:", kind.__name__, error, trace.tb_lineno, trace.tb_next)


sys.excepthook = hook
raise ValueError("told by the program")
