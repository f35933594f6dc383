# Twice the limit and then a normal end: the rest is cut, the program goes on.
# row: O1
# expect: ok
# exit: 0
# truncated: stdout
import sys

sys.stdout.write("é" * 65536)
