# Reads what only root may read, by every path that leads there.
# row: S1
# stage: run | compile
# expect: ok
# prints: done
# forbid: root:$
# forbid: root:*
# forbid: root:!
import os

paths = ["/etc/shadow", "/etc/gshadow", "/etc/sudoers", "/root/.bashrc", "/root/.ssh/id_rsa", "/proc/1/root/etc/shadow"]
paths += ["/proc/self/root/etc/shadow", "/proc/self/cwd/../../../../etc/shadow", "../../../../../../etc/shadow"]
for path in paths:
    try:
        with open(path, errors="replace") as file:
            print(file.read())
            print("BRE" "ACH: opened", path)
    except OSError as error:
        print(path, error.strerror)
own = {os.path.realpath(place) for place in (".", "/tmp", os.path.expanduser("~"))}
for folder in ["/root", "/home", "/proc/1/root", "/proc/1/cwd"]:
    try:
        names = {os.path.realpath(os.path.join(folder, name)) for name in os.listdir(folder)}
        if not all(name in own or os.path.dirname(name) in own for name in names):
            print("BRE" "ACH: listed", folder, names)
    except OSError as error:
        print(folder, error.strerror)
print("done")
