# differential: sys.settrace sees calls, lines, returns and errors of what follows.
# exit: 0
import sys


def tracer(frame, event, arg):
    print(event, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno)
    return tracer


def work(n):
    try:
        return 1 // n
    except ZeroDivisionError:
        return None


sys.settrace(tracer)
work(1)
work(0)
sys.settrace(None)
print(sys.gettrace())
