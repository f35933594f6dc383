# differential: sys._current_frames and _current_exceptions hold the main thread only.
# exit: 0
import sys
import threading

print(list(sys._current_frames()) == [threading.get_ident()])
print(list(sys._current_exceptions().values()))
print(sys.exc_info(), hasattr(sys, "last_type"), hasattr(sys, "last_traceback"))
