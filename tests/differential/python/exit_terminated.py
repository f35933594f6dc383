# differential: SIGTERM to itself with its default action: nothing is flushed, no exit function runs.
# signal: SIGTERM
import atexit
import os
import signal

atexit.register(print, "never")
print("lost")
os.kill(os.getpid(), signal.SIGTERM)
