# Makes a file, a folder and a link in folders everywhere, the mount points among them, and opens files of each for writing.
# row: S4
# stage: run | compile
# expect: ok
# prints: done
# limits: {"wall_time_ms": 20000, "cpu_time_ms": 20000}
import os

own = ("/work", "/tmp", "/dev/shm", "/var/tmp", "/proc")
# Of what lies side by side on one mount: all of it would not fit into the program's memory, where the kernel has never seen it.
MOST = 30


def everywhere():
    yield from os.walk("/")
    for line in open("/proc/self/mountinfo"):
        point = line.split()[4].encode().decode("unicode_escape")
        if not point.startswith(own):
            yield from os.walk(point)


seen = 0
for folder, folders, files in everywhere():
    folders[:] = [name for name in sorted(folders)[:MOST] if os.path.join(folder, name) not in own]
    seen += 1
    path = os.path.join(folder, ".runyard-was-here")
    for attempt in (
        lambda: os.close(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600)),
        lambda: os.mkdir(path),
        lambda: os.symlink("/etc/shadow", path),
        lambda: os.link("/work/main.py", path),
        lambda: os.chmod(folder, 0o777),
        lambda: os.utime(folder),
    ):
        try:
            attempt()
            print("BRE" "ACH: changed", folder, flush=True)
        except OSError:
            pass
    for name in sorted(files)[:MOST]:
        try:
            descriptor = os.open(os.path.join(folder, name), os.O_WRONLY | os.O_APPEND | os.O_NONBLOCK | os.O_NOCTTY)
        except OSError:
            continue
        os.close(descriptor)
        # Services that are switched off are links to /dev/null, which is the jail's own and for everybody.
        if not (folder == "/dev" or os.path.realpath(os.path.join(folder, name)).startswith("/dev/")):
            print("BRE" "ACH: opened", folder, name, flush=True)
print("done", seen > 100)
