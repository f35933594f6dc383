# Reads the environment, arguments, memory maps and descriptors of every process it sees.
# row: S1
# stage: run | compile
# expect: ok
# prints: done
# args: {server_pid}
import glob
import os
import sys

needle = b"runyard" + b"-canary-"
places = [f"/proc/{sys.argv[1]}/{name}" for name in ("environ", "cmdline", "maps", "exe")]
for name in ("environ", "cmdline", "maps", "mountinfo", "cgroup", "status", "stack", "syscall"):
    places += glob.glob(f"/proc/[0-9]*/{name}") + glob.glob(f"/proc/[0-9]*/task/[0-9]*/{name}")
places += glob.glob("/proc/[0-9]*/fd/*")
found = 0
for place in places:
    if "/fd/" in place and place.rsplit("/", 1)[1] in "012":
        continue
    try:
        with open(place, "rb") as file:
            content = file.read(1 << 20)
    except OSError:
        continue
    found += 1
    if needle in content:
        print("BRE" "ACH: a secret in", place)
if needle.decode() in str(dict(os.environ)):
    print("BRE" "ACH: a secret in the environment")
print("done", found > 0)
