# differential: sys.exit with a number.
# exit: 42
import sys

sys.exit(42)
