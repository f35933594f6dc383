# differential: SystemExit in an exit function does not change the exit code.
# exit: 2
import atexit
import sys

atexit.register(print, "runs still")
atexit.register(sys.exit, 8)
sys.exit(2)
