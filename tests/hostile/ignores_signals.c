// Blocks and ignores every signal it can and sleeps.
// row: P7
// stage: run | interactive
// expect: time_limit
// limit: wall_time
// limits: {"wall_time_ms": 1000}
// within: 3000
#include <signal.h>
#include <unistd.h>

int main(void) {
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, 0);
    for (int number = 1; number < 65; number++) signal(number, SIG_IGN);
    for (;;) sleep(1000);
}
