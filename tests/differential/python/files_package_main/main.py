# differential: runpy runs a package with a __main__ file, and a file by its path.
# exit: 0
import runpy
import sys

print(runpy.run_module("tool", run_name="__main__", alter_sys=True)["result"])
print(runpy.run_path("tool/__main__.py")["__name__"])
print(__name__, sys.argv, sys.modules["__main__"].__file__)
