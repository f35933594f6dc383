# differential: sys.exit with a text prints it to stderr and ends with 1.
# exit: 1
# stdout: "out\n"
import sys

print("out")
sys.exit("näther ☃")
