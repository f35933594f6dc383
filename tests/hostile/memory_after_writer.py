# Files that a dead process wrote still count: with them in place, no program gets the whole limit again.
# row: R3
# expect: memory_limit
# limit: memory
# limits: {"memory_bytes": 67108864}
# within: 9000
import os

for place, count in (("/tmp", 24), ("/dev/shm", 24)):
    child = os.fork()
    if child == 0:
        with open(place + "/held", "wb") as file:
            for _ in range(count):
                file.write(os.urandom(1 << 20))
        os._exit(0)
    print(place, os.waitpid(child, 0)[1], flush=True)
held = bytearray(os.urandom(1 << 20)) * 48
print("BRE" "ACH: 96 MiB within 64", len(held), flush=True)
