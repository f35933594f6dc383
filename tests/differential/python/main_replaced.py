# differential: A program that replaces sys.modules["__main__"] goes on in its own namespace.
# exit: 0
import sys
import types

kept = sys.modules["__main__"]
sys.modules["__main__"] = types.ModuleType("__main__")
import __main__

print(__main__ is kept, hasattr(__main__, "kept"), __name__, "kept" in globals())
