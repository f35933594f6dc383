// expect: time_limit
// limit: cpu_time | wall_time
// limits: {"wall_time_ms": 1000}
// within: 3000
int main(void) {
    for (;;) {
    }
}
