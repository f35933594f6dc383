# Children crash two hundred times, each with memory that would make a core file.
# row: P11
# expect: ok
# prints: crashed 200
# limits: {"wall_time_ms": 9000}
import os

ballast = bytearray(16 << 20)
crashed = 0
for _ in range(200):
    child = os.fork()
    if child == 0:
        os.abort()
    crashed += os.WIFSIGNALED(os.waitpid(child, 0)[1])
print("crashed", crashed)
left = [name for name in os.listdir(".") if name.startswith("core")]
print("BRE" "ACH: core files" if left else "no core files")
