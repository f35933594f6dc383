# differential: The namespaces, control group and mounts of the program, in whatever order they were mounted.
# exit: 0
import os

for name in sorted(os.listdir("/proc/self/ns")):
    try:
        print(name, os.readlink(f"/proc/self/ns/{name}").partition(":")[0])
    except OSError as error:
        print(name, error.strerror)
for name in ("cgroup", "uid_map", "gid_map", "timens_offsets"):
    try:
        print(name, *open(f"/proc/self/{name}").read().split())
    except OSError as error:
        print(name, error.strerror)
for line in sorted(open("/proc/self/mountinfo"), key=lambda line: line.split()[4]):
    fields = line.split()
    print(fields[4], fields[5], fields[fields.index("-") + 1])
