# The classic. The shell itself ends at once, which ends the run, bombs included.
# row: P1
# expect: ok | time_limit | runtime_error | memory_limit
# limits: {"wall_time_ms": 2000}
# within: 4000
bomb() { bomb | bomb & }
bomb
