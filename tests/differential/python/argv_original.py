# differential: sys.orig_argv holds the interpreter's own command line.
# args: ["-c", "print(1)", "-m"]
# exit: 0
# stdout: "['/usr/bin/python3', 'main.py', '-c', 'print(1)', '-m']\n['main.py', '-c', 'print(1)', '-m']\n"
import sys

print(sys.orig_argv)
print(sys.argv)
