# differential: Nothing lies below the program's own frame.
# exit: 0
# stdout: "None 8 True None\n[('<module>', 9)]\n"
import inspect
import sys

frame = sys._getframe()
print(frame.f_back, frame.f_lineno, frame.f_globals is frame.f_locals is globals(), frame.f_trace)
print([(entry.function, entry.lineno) for entry in inspect.stack()])
