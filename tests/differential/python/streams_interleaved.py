# differential: Lines to stdout and stderr through one pipe keep the order of their flushes.
# exit: 0
import os
import sys

os.dup2(1, 2)
print("out 1")
print("err 1", file=sys.stderr)
print("out 2", flush=True)
sys.stderr.write("err 2 without an end")
sys.stdout.write(" out 3")
sys.stdout.flush()
sys.stderr.flush()
os.write(1, b" raw\n")
print("out 4")
