# differential: All of sys.flags, and the options that have no flag.
# exit: 0
import sys

print(sys.flags)
print(sys.warnoptions, sys._xoptions, sys.dont_write_bytecode, sys.pycache_prefix, sys.platlibdir)
