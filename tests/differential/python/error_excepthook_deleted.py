# differential: Without sys.excepthook there is a short way to say it.
# exit: 1
import sys

del sys.excepthook
raise ValueError("no hook")
