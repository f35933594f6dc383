# Leaves marks on files that every run of its slot sees, and reads the locks of all others.
# row: I5
# stage: run | compile
# expect: ok
# prints: done
import fcntl, os

own = os.open("mine", os.O_CREAT | os.O_RDWR, 0o600)
root = os.open("/", os.O_RDONLY)
# Lease, notification, hint about writing, the same of an open file, delegation.
for command, argument in ((1024, 1), (1026, 2), (1036, b"\2" + bytes(7)), (1038, b"\2" + bytes(7)), (1040, bytes(8))):
    for file in (own, root):
        try:
            print("set", command, fcntl.fcntl(file, command, argument))
        except PermissionError:
            pass
# One of an open file has no process, and shows in every namespace.
fcntl.fcntl(own, 37, bytes([1, 0, 0, 0, 0, 0, 0, 0]) + (1).to_bytes(8, "little") + (2).to_bytes(8, "little") + bytes(8))
print(open("/proc/locks").read() + "done")
