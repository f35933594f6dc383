# differential: The three descriptors are pipes that were opened for one direction.
# exit: 0
import fcntl
import os
import stat

for number in range(3):
    mode = os.fstat(number).st_mode
    flags = fcntl.fcntl(number, fcntl.F_GETFL)
    print(number, stat.S_ISFIFO(mode), stat.S_ISCHR(mode), stat.S_ISREG(mode), flags & os.O_ACCMODE, bool(flags & os.O_NONBLOCK), fcntl.fcntl(number, fcntl.F_GETFD))
print(len({os.fstat(number).st_ino for number in range(3)}))
