# differential: Files in /work, /tmp and where nothing may be written.
# exit: 0
import os
import pathlib
import shutil

for place in ("/work", "/tmp", "/dev/shm", "~"):
    path = pathlib.Path(place).expanduser() / "file"
    path.write_text("x")
    print(path, oct(path.stat().st_mode), path.owner() == pathlib.Path("/work").owner(), path.stat().st_nlink)
for place in ("/usr/x", "/x", "/proc/x", "/etc/passwd"):
    try:
        open(place, "a")
    except OSError as error:
        print(place, type(error).__name__)
pathlib.Path("a/b/c").mkdir(parents=True)
os.symlink("a/b", "link")
print(sorted(map(str, pathlib.Path(".").rglob("*"))), os.path.realpath("link"), shutil.copytree("a", "copy"), pathlib.Path.home())
