// Stops itself and its child for ever.
// row: P7
// stage: run | interactive
// expect: time_limit
// limit: wall_time
// limits: {"wall_time_ms": 1000}
// within: 3000
#include <signal.h>
#include <unistd.h>

int main(void) {
    fork();
    for (;;) raise(SIGSTOP);
}
