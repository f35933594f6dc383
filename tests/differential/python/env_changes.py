# differential: Changes of os.environ reach C code and children; those of putenv do not reach os.environ.
# exit: 0
import ctypes
import os
import subprocess

getenv = ctypes.CDLL(None).getenv
getenv.restype = ctypes.c_char_p
os.environ["ADDED"] = "é"
os.putenv("PUT", "below")
del os.environ["HOME"]
os.unsetenv("LANG")
print(getenv(b"ADDED"), getenv(b"PUT"), getenv(b"HOME"), getenv(b"LANG"), os.getenv("PUT"), os.environ.get("LANG"))
print(sorted(subprocess.run(["env"], capture_output=True, text=True, check=True).stdout.split("\n")))
