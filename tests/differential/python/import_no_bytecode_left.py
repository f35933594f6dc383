# differential: Imports leave no __pycache__ behind.
# exit: 0
# stdout: "['main.py', 'small.py'] /work/__pycache__/small.cpython-311.pyc True\n"
import os
import pathlib
import sys

pathlib.Path("small.py").write_text("x = 1\n")
import small

print(sorted(os.listdir()), small.__cached__, sys.dont_write_bytecode)
