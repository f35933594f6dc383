# differential: What is deleted at the very end sees an interpreter that is going away.
# exit: 0
# stdout: "True False False 1\n"
import sys
import threading


class Late:
    def __del__(self, sys=sys, threading=threading):
        print(sys.is_finalizing(), "os" in sys.modules, threading.main_thread().is_alive(), len(threading.enumerate()))


late = Late()
