# differential: The order of the end: threads, exit functions, then what globals hold.
# exit: 0
import atexit
import threading
import time
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


thing = Thing("global")
weakref.finalize(thing, print, "finalizer")
atexit.register(print, "first registered")
atexit.register(print, "second registered")
threading._register_atexit(print, "threading's own")
threading.Thread(target=lambda: (time.sleep(0.1), print("thread"))).start()
print("end of the program")
