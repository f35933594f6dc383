# differential: sys.setprofile sees calls of Python and of C, and what threading adds.
# exit: 0
import sys
import threading

events = []
sys.setprofile(lambda frame, event, arg: events.append((event, getattr(arg, "__name__", None) if "c_" in event else frame.f_code.co_name)))
len([sorted([2, 1])])
sys.setprofile(None)
print(events)
threading.setprofile(lambda frame, event, arg: None)
print(threading.getprofile() is not None, sys.getprofile())
