# differential: SystemExit in a thread ends only the thread, quietly.
# exit: 0
# stdout: "goes on\n"
import sys
import threading

thread = threading.Thread(target=sys.exit, args=(4,))
thread.start()
thread.join()
print("goes on")
