# A bomb whose shell waits for it.
# row: P1
# expect: ok | time_limit | runtime_error | memory_limit
# limits: {"wall_time_ms": 2000}
# within: 4000
bomb() { bomb & bomb & wait; }
bomb
