// expect: time_limit
// limits: {"wall_time_ms": 1000}
// within: 3000
const turns: number[] = [0];
for (;;) turns[0] = (turns[0] ?? 0) + 1;
