# differential: C functions, callbacks, errno and structures.
# exit: 0
import ctypes

library = ctypes.CDLL(None, use_errno=True)
Compare = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_int), ctypes.POINTER(ctypes.c_int))
numbers = (ctypes.c_int * 4)(3, 1, 4, 1)
library.qsort(numbers, 4, ctypes.sizeof(ctypes.c_int), Compare(lambda a, b: a[0] - b[0]))
print(list(numbers), library.close(-1), ctypes.get_errno(), library.strlen(b"four"))


class Pair(ctypes.Structure):
    _fields_ = [("a", ctypes.c_uint8), ("b", ctypes.c_uint32)]


print(ctypes.sizeof(Pair), bytes(Pair(1, 2)), ctypes.string_at(b"text\0more"))
library.puts(b"through the C library, flushed at the end")
library.fflush(None)
