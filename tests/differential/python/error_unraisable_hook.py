# differential: sys.unraisablehook gets what cannot be raised.
# exit: 0
import sys


class Sink:
    def __del__(self):
        raise OSError("lost")


sys.unraisablehook = lambda it: print(it.exc_type.__name__, it.exc_value, it.err_msg, it.object.__qualname__)
Sink()
print("end")
