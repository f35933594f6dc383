# differential: os._exit flushes nothing and runs nothing.
# exit: 9
# stdout: "flushed\n"
import atexit
import os
import sys

atexit.register(print, "never")
print("flushed", flush=True)
sys.stdout.write("lost")
os._exit(9)
