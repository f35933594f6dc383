# differential: A closed sys.stdout: print fails, the end does not.
# exit: 0
import sys

sys.stdout.close()
try:
    print("x")
except ValueError as error:
    print(error, file=sys.stderr)
