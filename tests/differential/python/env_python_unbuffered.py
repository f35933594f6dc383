# differential: PYTHONUNBUFFERED: every write goes out at once.
# env: {"PYTHONUNBUFFERED": "1"}
# exit: 0
# stdout: "one two"
import os
import sys

sys.stdout.write("one ")
print(sys.stdout.write_through, sys.stdout.line_buffering, type(sys.stdout.buffer).__name__, sys.flags.unbuffered if hasattr(sys.flags, "unbuffered") else "", file=sys.stderr)
sys.stdout.write("two")
os._exit(0)
