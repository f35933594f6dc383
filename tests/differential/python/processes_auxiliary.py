# differential: Name and path of the program as the kernel and the C library know them.
# exit: 0
import ctypes
import os

library = ctypes.CDLL(None)
print(ctypes.c_char_p.in_dll(library, "program_invocation_name").value)
print(ctypes.c_char_p.in_dll(library, "program_invocation_short_name").value)
library.getauxval.restype = ctypes.c_ulong
print([library.getauxval(kind) != 0 for kind in (3, 9, 25, 31, 33)], library.getauxval(23), library.getauxval(11) == os.getuid())
print(ctypes.string_at(library.getauxval(31)))
