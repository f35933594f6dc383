# differential: Unseeded random numbers differ between processes, forks of one included.
# exit: 0
# stdout: "7 9 9 5\n"
import os
import random
import secrets
import subprocess
import sys
import uuid

code = "import random; print(random.random())"
seen = {subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout for _ in range(3)}
read, write = os.pipe()
for _ in range(3):
    if os.fork() == 0:
        os.write(write, b"%r\n" % random.random())
        os._exit(0)
    os.wait()
seen |= set(os.read(read, 1000).split()) | {random.random()}
print(len(seen), len({secrets.token_hex(8) for _ in range(9)}), len({uuid.uuid4() for _ in range(9)}), len(os.urandom(5)))
