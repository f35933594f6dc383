# differential: sys._getframe says when the stack is not deep enough.
# exit: 0
# stdout: "call stack is not deep enough\n<module>\n"
import sys

try:
    sys._getframe(1)
except ValueError as error:
    print(error)


def one():
    return sys._getframe(1).f_code.co_name


print(one())
