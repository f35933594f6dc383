# differential: What the program buffered is gone for a child.
# stdin: "for the program\nlost in the buffer\n"
# exit: 0
import subprocess
import sys

print(sys.stdin.readline().strip())
print(subprocess.run(["cat"], capture_output=True, check=True).stdout)
