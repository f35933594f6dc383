# differential: A negative exit code.
# exit: 255
import sys

sys.exit(-1)
