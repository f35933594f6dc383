# differential: A finally with sys.exit replaces the error that was on its way.
# exit: 6
import sys

try:
    raise ValueError("forgotten")
finally:
    sys.exit(6)
