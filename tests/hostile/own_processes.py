# Its view of processes: itself, and at most the first process of its own world.
# row: K14
# expect: ok
# prints: done
import os

others = [int(name) for name in os.listdir("/proc") if name.isdigit() and int(name) not in (1, os.getpid(), os.getppid())]
if others:
    print("BRE" "ACH: sees", others)
if os.getpid() > 100:
    print("BRE" "ACH: not its own numbers", os.getpid())
for name in ("root", "cwd", "exe", "ns/net", "ns/mnt", "fd/0", "map_files"):
    for pid in (1, os.getppid()):
        if pid == os.getpid():
            continue
        try:
            print("BRE" "ACH:", name, "of", pid, "leads to", os.listdir(f"/proc/{pid}/{name}") if name in ("root", "cwd", "map_files") else os.readlink(f"/proc/{pid}/{name}"))
        except OSError as error:
            print(name, error.strerror)
print("done")
