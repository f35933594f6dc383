# differential: Without a seed the hash of a text differs from one process to the next.
# exit: 0
# stdout: "4 848750603811160107 1152921504606846976 -3550055125485641917 True -2\n"
import subprocess
import sys

code = "print(hash('text'))"
hashes = {subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout for _ in range(3)}
print(len(hashes | {f"{hash('text')}\n".encode()}), hash(10**20), hash(0.5), hash((1, 2)), hash(None) is not None, hash(-1))
