# differential: traceback.print_exception and StackSummary with locals captured.
# exit: 0
import sys
import traceback


def f(a, b="two"):
    c = [a] * 2
    raise TypeError(c)


try:
    f(1)
except TypeError as error:
    summary = traceback.TracebackException.from_exception(error, capture_locals=True)
    print(*[line for line in "".join(summary.format()).splitlines() if " at 0x" not in line and "module" not in line], sep="\n")
