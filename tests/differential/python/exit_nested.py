# differential: SystemExit caught as BaseException, its code, and raised again.
# exit: 11
import sys

try:
    sys.exit(11)
except Exception:
    print("not here")
except BaseException as error:
    print(repr(error), error.code, error.args)
    raise
