# A tree as deep as it gets, which whoever cleans up has to walk.
# row: F7
# expect: ok | memory_limit | time_limit | runtime_error
# limits: {"wall_time_ms": 3000}
# within: 6000
import os

depth = 0
try:
    while depth < 50_000:
        os.mkdir("d" * 200)
        os.chdir("d" * 200)
        depth += 1
except OSError:
    pass
print("deep", depth > 10)
