# differential: A child after fork that ends normally runs the exit functions too and flushes what it inherited.
# exit: 0
import atexit
import os
import sys

atexit.register(lambda: print("exit function in the", who))
who = "parent"
sys.stdout.write("written before the fork\n")
sys.stdout.flush()
child = os.fork()
if child == 0:
    who = "child"
    sys.exit(5)
print("child ended with", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
