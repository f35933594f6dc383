# The same again: nothing of the run before may be there.
# row: I1
# expect: ok
# prints: done
import os

for folder in {os.path.realpath(place) for place in (".", "/tmp", "/var/tmp", "/dev/shm", os.path.expanduser("~"))}:
    path = os.path.join(folder, "left-by-an-earlier-run")
    if os.path.exists(path):
        print("BRE" "ACH: found", path)
    try:
        open(path, "w").close()
    except OSError:
        pass
print("done")
