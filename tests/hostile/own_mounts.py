# Its mounts and its group: written to where it may write only, no setuid bit counts, no device outside /dev, no path of the host.
# row: S4
# stage: run | compile
# expect: ok
# prints: done
writable = ("/work", "/tmp", "/dev/shm", "/proc")
seen = 0
with open("/proc/self/mountinfo") as file:
    for line in file:
        place, options = line.split()[4:6]
        options = options.split(",")
        seen += 1
        if "rw" in options and not (place in writable or place.startswith("/proc/")):
            print("BRE" "ACH: can be written to:", line)
        if "nosuid" not in options and place != "/dev/null" and not place.startswith("/proc/"):
            print("BRE" "ACH: setuid bits count:", line)
        if "nodev" not in options and place != "/dev" and not place.startswith(("/dev/", "/proc/")):
            print("BRE" "ACH: device files work:", line)
with open("/proc/self/cgroup") as file:
    for line in file:
        if line.rstrip("\n").split(":", 2)[2] not in ("/", ""):
            print("BRE" "ACH: a group of the host:", line)
print("done", seen > 5)
