# differential: A replaced builtins.__import__ sees the import statements of the program.
# exit: 0
import builtins

original = builtins.__import__


def spy(name, globals=None, locals=None, fromlist=(), level=0):
    if globals and globals.get("__name__") == "__main__":
        print("import", name, fromlist, level)
    return original(name, globals, locals, fromlist, level)


builtins.__import__ = spy
import os.path
from collections import abc, deque
import bisect as cutter
