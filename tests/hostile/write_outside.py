# Creates, renames, links and changes modes everywhere outside its own folder.
# row: S4
# stage: run | compile
# expect: ok
# prints: done
import os

own = {os.path.realpath(os.getcwd()), "/tmp", "/dev/shm", "/proc", os.path.realpath(os.path.expanduser("~")), "/var/tmp"}
tried = 0
for folder in ["/", "/etc", "/usr", "/usr/bin", "/usr/lib", "/bin", "/lib", "/opt", "/var", "/var/lib", "/var/cache", "/run", "/run/lock", "/home", "/root", "/dev", "/sys", "/mnt", "/srv"]:
    if os.path.realpath(folder) in own:
        continue
    path = os.path.join(folder, "runyard-was-here")
    for attempt in (
        lambda: os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o644)),
        lambda: os.mkdir(path + "-folder"),
        lambda: os.symlink("/etc/shadow", path + "-link"),
        lambda: os.rename(folder, folder + "-moved"),
        lambda: os.mknod(path + "-node"),
    ):
        tried += 1
        try:
            attempt()
            print("BRE" "ACH: wrote below", folder)
        except OSError:
            pass
for file in ["/etc/passwd", "/etc/hosts", "/etc/ld.so.cache", "/usr/bin/env", "/bin/sh"]:
    for attempt in (lambda: open(file, "ab").close(), lambda: os.chmod(file, 0o777), lambda: os.chown(file, 0, 0), lambda: os.remove(file)):
        tried += 1
        try:
            attempt()
            print("BRE" "ACH: changed", file)
        except OSError:
            pass
print("done", tried)
