# expect: time_limit
# limits: {"wall_time_ms": 1000}
# within: 3000
while True:
    pass
