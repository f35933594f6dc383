# differential: With sys.stdout None, print does nothing.
# exit: 0
import sys

sys.stdout = None
print("nothing")
sys.stderr.write("said\n")
sys.stdin = None
try:
    input()
except RuntimeError as error:
    sys.stderr.write(f"{error}\n")
