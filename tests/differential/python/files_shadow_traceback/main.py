# differential: A broken traceback module of the user does not disturb how uncaught errors are shown.
# exit: 1
import threading

thread = threading.Thread(target=lambda: 1 / 0)
thread.start()
thread.join()
raise KeyError("shown by the interpreter itself")
