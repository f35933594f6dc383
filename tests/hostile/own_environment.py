# Its environment: names that are meant for it, and nothing that came from whoever started the server.
# row: S1
# stage: run | interactive
# expect: ok
# prints: done
import os

known = {"HOME", "LANG", "LC_ALL", "PATH", "TERM", "TMPDIR", "TZ", "USER", "LOGNAME", "SHELL", "PWD", "LD_PRELOAD", "COLUMNS", "LINES", "LC_CTYPE", "SHLVL", "_"}
for name in os.environ:
    if name not in known and not name.startswith(("PYTHON", "_STDBUF")):
        print("BRE" "ACH: the variable", name)
with open("/proc/self/environ", "rb") as file:
    kernel = {item.split(b"=")[0].decode() for item in file.read().split(b"\0") if item}
print("done", sorted(kernel))
