# differential: Position, owner, size and flags of the three descriptors, and what is in their pipes.
# stdin: "twelve bytes"
# exit: 0
import fcntl
import os
import struct
import termios

waiting = fcntl.ioctl(0, termios.FIONREAD, struct.pack("i", -1))
while struct.unpack("i", waiting)[0] < 12:
    waiting = fcntl.ioctl(0, termios.FIONREAD, waiting)
print(struct.unpack("i", waiting)[0], os.read(0, 100), os.read(0, 100))
for number in range(3):
    print(number, fcntl.fcntl(number, fcntl.F_GETOWN), fcntl.fcntl(number, fcntl.F_GETPIPE_SZ), os.fstat(number).st_nlink, open(f"/proc/self/fdinfo/{number}").read().split()[1])
