# differential: Flags of the process that only prctl tells.
# exit: 0
import ctypes

prctl = ctypes.CDLL(None, use_errno=True).prctl
name = ctypes.create_string_buffer(16)
parent_death = ctypes.c_int(-1)
subreaper = ctypes.c_int(-1)
prctl(16, name)
prctl(2, ctypes.byref(parent_death))
prctl(37, ctypes.byref(subreaper))
print(name.value, "death signal", parent_death.value, "subreaper", subreaper.value)
print("dumpable", prctl(3, 0, 0, 0, 0), "keep capabilities", prctl(7, 0, 0, 0, 0), "no new privileges", prctl(39, 0, 0, 0, 0), "secure bits", prctl(27, 0, 0, 0, 0), "timer slack", prctl(30, 0, 0, 0, 0), "huge pages off", prctl(42, 0, 0, 0, 0))
