// Children burn CPU and are never waited for while the parent sleeps: all of it counts.
// row: P5
// expect: time_limit
// limit: cpu_time
// limits: {"cpu_time_ms": 1000, "wall_time_ms": 8000}
// within: 6000
#include <unistd.h>

int main(void) {
    for (int child = 0; child < 4; child++) {
        if (fork() == 0)
            for (;;) {
            }
    }
    sleep(60);
}
