// expect: time_limit
// limits: {"wall_time_ms": 1000}
// within: 3000
int main() {
    volatile unsigned long turns = 0;
    for (;;) turns = turns + 1;
}
