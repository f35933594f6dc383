# differential: A trace function set for the module's own frame sees its next lines.
# exit: 0
import sys


def tracer(frame, event, arg):
    print(event, frame.f_code.co_name, frame.f_lineno)
    return tracer


sys._getframe().f_trace = tracer
sys.settrace(tracer)
x = 1
y = [x]
sys.settrace(None)
