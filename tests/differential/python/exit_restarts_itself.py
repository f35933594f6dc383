# differential: A program that executes itself once more.
# exit: 0
import os
import sys

if len(sys.argv) == 1:
    print("first", flush=True)
    os.execvp(sys.executable, [*sys.orig_argv, "again"])
print("second", sys.argv, sys.orig_argv)
