# Its descriptors: 0, 1, 2 and nothing else, also in a fork of an interpreter that had others.
# row: S6
# stage: run | interactive
# expect: ok
# prints: done
import errno
import fcntl
import os

for descriptor in range(4096):
    try:
        fcntl.fcntl(descriptor, fcntl.F_GETFD)
        is_open = True
    except OSError as error:
        is_open = error.errno != errno.EBADF
    if is_open != (descriptor < 3):
        print("BRE" + "ACH: descriptor", descriptor)
for descriptor in range(3):
    target = os.readlink(f"/proc/self/fd/{descriptor}")
    if not target.startswith(("pipe:", "/dev/pts/")) and target != "/dev/null":
        print("BRE" + "ACH: descriptor", descriptor, "is", target)
print("done")
