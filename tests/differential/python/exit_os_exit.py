# differential: os._exit flushes nothing and runs nothing.
# exit: 9
# stdout: "flushed\n"
import atexit
import io
import os
import sys

atexit.register(print, "never")
sys.stdout = io.TextIOWrapper(io.BufferedWriter(io.FileIO(1, "w", closefd=False)), encoding="utf-8")
print("flushed", flush=True)
sys.stdout.write("lost")
os._exit(9)
