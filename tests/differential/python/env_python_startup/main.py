# differential: PYTHONSTARTUP, empty and unknown PYTHON variables change nothing for a program.
# env: {"PYTHONSTARTUP": "/work/start.py", "PYTHONNOTHING": "1", "PYTHONOPTIMIZE": "", "PYTHONUNBUFFERED": ""}
# exit: 0
import sys

print(sys.flags.optimize, sys.stdout.write_through, [name for name in globals() if name == "started"])
