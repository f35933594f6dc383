# row: P7
# expect: time_limit
# limit: wall_time
# limits: {"wall_time_ms": 1000}
# within: 3000
import time

time.sleep(3600)
