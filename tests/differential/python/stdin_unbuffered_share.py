# differential: What the program did not read is still there for a child.
# stdin: "for the program\nfor the child\n"
# exit: 0
import os
import subprocess

line = b""
while not line.endswith(b"\n"):
    line += os.read(0, 1)
print(line, flush=True)
subprocess.run(["cat"], check=True)
