# differential: Session, process group and parent of the program.
# exit: 0
import os

me = os.getpid()
print(os.getsid(0) == me, os.getpgrp() == me, os.getppid(), os.getsid(os.getppid()) == me, os.getpgid(0) == os.getpgrp())
print(os.getuid() == os.geteuid() == os.getresuid()[2], os.getgid() == os.getegid(), os.getuid() > 0, os.getgroups() in ([], [os.getgid()]))
try:
    os.setsid()
except PermissionError as error:
    print(error)
