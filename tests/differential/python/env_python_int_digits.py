# differential: PYTHONINTMAXSTRDIGITS moves the limit of digits.
# env: {"PYTHONINTMAXSTRDIGITS": "1000"}
# exit: 0
import sys

print(sys.get_int_max_str_digits(), sys.flags.int_max_str_digits)
try:
    str(10**1000)
except ValueError as error:
    print(error)
