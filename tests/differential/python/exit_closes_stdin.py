# differential: exit() of site closes standard input before it raises.
# stdin: "a\nb\n"
# exit: 0
# stdout: "7 True\n"
import sys

try:
    quit(7)
except SystemExit as error:
    print(error.code, sys.stdin.closed)
