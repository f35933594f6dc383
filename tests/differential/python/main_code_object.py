# differential: The code object of the program: its name, file, first line and flags.
# exit: 0
import sys

code = sys._getframe().f_code
print(code.co_name, code.co_qualname, code.co_filename, code.co_firstlineno, code.co_flags)
print(code.co_argcount, code.co_nlocals, code.co_freevars, code.co_names[:2])
