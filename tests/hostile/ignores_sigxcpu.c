// Burns CPU and ignores what the kernel sends at CPU limits.
// row: P7
// expect: time_limit
// limit: cpu_time | wall_time
// limits: {"wall_time_ms": 1500}
// within: 4000
#include <signal.h>

int main(void) {
    signal(SIGXCPU, SIG_IGN);
    signal(SIGALRM, SIG_IGN);
    signal(SIGTERM, SIG_IGN);
    for (;;) {
    }
}
