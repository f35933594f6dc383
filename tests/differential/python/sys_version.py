# differential: Version, implementation and the facts of numbers.
# exit: 0
import platform
import sys

print(sys.version)
print(sys.version_info, sys.api_version, hex(sys.hexversion), sys.implementation)
print(sys.float_info, sys.int_info, sys.hash_info, sys.thread_info, sys.float_repr_style, sep="\n")
print(platform.python_version(), platform.python_build(), platform.python_compiler())
