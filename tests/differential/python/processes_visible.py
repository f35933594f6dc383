# differential: The processes a program can see: itself and nobody else of its own.
# exit: 0
import os

me = str(os.getpid())
numbers = [name for name in os.listdir("/proc") if name.isdigit()]
mine = [name for name in numbers if os.stat(f"/proc/{name}").st_uid == os.getuid()]
print(mine == [me], os.readlink("/proc/self") == me, os.readlink("/proc/thread-self") == f"{me}/task/{me}")
for name in ("", "fd", "environ", "mem", "maps", "ns", "task", "exe"):
    info = os.stat(f"/proc/self/{name}", follow_symlinks=False)
    print(name, info.st_uid == os.getuid(), oct(info.st_mode), os.access(f"/proc/self/{name}", os.R_OK))
