# differential: A program that closes its own input.
# stdin: "unread\n"
# exit: 0
import os
import sys

sys.stdin.close()
try:
    input()
except ValueError as error:
    print(error)
try:
    os.fstat(0)
except OSError as error:
    print(error)
print(os.open("/dev/null", os.O_RDONLY))
