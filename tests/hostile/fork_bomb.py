# Forks for ever and swallows every failure.
# row: P1
# expect: time_limit | memory_limit
# limits: {"wall_time_ms": 2000}
# within: 4000
import os

while True:
    try:
        os.fork()
    except OSError:
        pass
