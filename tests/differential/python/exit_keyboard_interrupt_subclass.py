# differential: A subclass of KeyboardInterrupt is an error like any other, and exit functions run before the end.
# exit: 1
import atexit

atexit.register(print, "exit function")


class Stop(KeyboardInterrupt):
    pass


raise Stop
