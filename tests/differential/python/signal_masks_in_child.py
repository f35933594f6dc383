# differential: A child starts with no signal blocked, and SIGPIPE as it was.
# exit: 0
import subprocess

for restore in (True, False):
    child = subprocess.run(["cat", "/proc/self/status"], capture_output=True, text=True, restore_signals=restore)
    print(restore, [line.split() for line in child.stdout.splitlines() if line.startswith(("SigBlk", "SigIgn", "SigCgt"))])
