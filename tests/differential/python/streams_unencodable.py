# differential: A lone surrogate cannot be printed to stdout, to stderr it can.
# exit: 1
import sys

print("\ud800", file=sys.stderr)
print("before")
print("\ud800")
