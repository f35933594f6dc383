# differential: System V and POSIX objects start empty: message queues, semaphores, shared memory.
# exit: 0
import os

for name in ("msg", "sem", "shm"):
    print(name, len(open(f"/proc/sysvipc/{name}").read().splitlines()) - 1)
print(os.listdir("/dev/shm"), sorted(os.listdir("/tmp")), sorted(os.listdir("/work")))
