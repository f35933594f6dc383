# differential: PYTHONDEVMODE shows more warnings and has more checks.
# env: {"PYTHONDEVMODE": "1"}
# exit: 0
import faulthandler
import sys
import warnings

print(sys.flags.dev_mode, faulthandler.is_enabled(), [entry[0] for entry in warnings.filters])
open("/dev/null")
print("end")
