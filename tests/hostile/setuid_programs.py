# Runs every setuid program it can see, and makes one of its own.
# row: S3
# stage: run | interactive | compile
# expect: ok
# prints: done
import os
import shutil
import stat
import subprocess

found = []
for folder in ("/usr/bin", "/usr/sbin", "/bin", "/sbin", "/usr/lib/openssh"):
    for name in os.listdir(folder) if os.path.isdir(folder) else []:
        path = os.path.join(folder, name)
        try:
            if os.stat(path).st_mode & (stat.S_ISUID | stat.S_ISGID):
                found.append(path)
        except OSError:
            pass
for path in found:
    if os.path.basename(path) in ("su", "sudo", "mount", "umount", "newgrp", "passwd"):
        result = subprocess.run([path, "-c", "id -u"], stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if result.stdout.strip() == "0":
            print("BRE" "ACH: root through", path)
shutil.copy(shutil.which("id"), "id")
try:
    os.chmod("id", 0o6755)
except OSError:
    pass
try:
    if subprocess.run(["./id", "-u"], capture_output=True, text=True).stdout.strip() == "0":
        print("BRE" "ACH: root through its own")
except OSError:
    pass
try:
    os.setuid(0)
    print("BRE" "ACH: setuid")
except OSError:
    pass
print("done", len(found))
