# differential: os.execv replaces the program: no exit functions, same process.
# exit: 7
import atexit
import os
import sys

atexit.register(print, "never")
print("before", flush=True)
os.environ["BEFORE"] = str(os.getpid())
code = "import os, sys; print('after', os.environ['BEFORE'] == str(os.getpid()), sys.argv); sys.exit(7)"
os.execv(sys.executable, [sys.executable, "-c", code, "word"])
