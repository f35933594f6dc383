# differential: Three descriptors are open, and the next one is 3.
# exit: 0
# stdout: "[0, 1, 2, 3] 3\n"
import os

print(sorted(int(name) for name in os.listdir("/proc/self/fd")), os.open("/dev/null", os.O_RDONLY))
