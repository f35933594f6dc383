# differential: traceback.print_stack shows the callers down to the module and no more.
# exit: 0
import sys
import traceback


def inner():
    traceback.print_stack()
    traceback.print_stack(file=sys.stdout)
    print(len(traceback.extract_stack()))


def outer():
    inner()


outer()
