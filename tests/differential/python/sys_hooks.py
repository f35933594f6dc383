# differential: The hooks of sys are the interpreter's own.
# exit: 0
import sys

for name in ("excepthook", "displayhook", "unraisablehook", "breakpointhook"):
    print(name, getattr(sys, name) is getattr(sys, f"__{name}__"), getattr(sys, name))
print(sys.gettrace(), sys.getprofile(), sys.get_asyncgen_hooks(), sys.get_coroutine_origin_tracking_depth())
print(sys.getswitchinterval(), sys.getrecursionlimit(), sys.getdlopenflags(), sys.get_int_max_str_digits())
