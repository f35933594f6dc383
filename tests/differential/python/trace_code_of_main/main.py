# differential: The first line the program's module shows to a debugger that is set up by an import.
# exit: 0
import tracer_on

a = 1
b = 2
