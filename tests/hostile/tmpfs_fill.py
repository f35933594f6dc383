# Fills every place it may write to. What it writes counts as its memory, after the writer has ended too.
# row: R1 R3
# expect: memory_limit | ok
# within: 9000
import errno
import os

block = os.urandom(1 << 20)
written = 0
for place in [".", "/tmp", "/dev/shm", "/var/tmp", os.path.expanduser("~")]:
    child = os.fork()
    if child == 0:
        try:
            with open(os.path.join(place, "fill"), "wb") as file:
                for _ in range(512):
                    file.write(block)
            print("BRE" "ACH: half a gigabyte in", place, flush=True)
        except OSError as error:
            print(place, errno.errorcode[error.errno], flush=True)
        os._exit(0)
    os.waitpid(child, 0)
