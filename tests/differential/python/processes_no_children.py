# differential: The program has no children of its own at the start.
# exit: 0
# stdout: "[Errno 10] No child processes\n0.0 0.0\n[]\n"
import os
import time

try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError as error:
    print(error)
print(os.times().children_user, os.times().children_system)
print(open(f"/proc/self/task/{os.getpid()}/children").read().split())
