# differential: The order of the environment, in os.environ, for C code and in /proc.
# env: {"ZED": "1", "ALPHA": "2"}
# exit: 0
import os

given = [part.partition(b"=")[0].decode() for part in open("/proc/self/environ", "rb").read().split(b"\0")[:-1]]
print(given)
print(list(os.environ) == given)
