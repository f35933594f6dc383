// Each process vforks the next one and waits for it.
// row: P1
// expect: ok | runtime_error | time_limit | memory_limit
// limits: {"wall_time_ms": 2000}
// within: 4000
#include <sys/types.h>
#include <unistd.h>

int main(void) {
    volatile long depth = 0;
    for (;;) {
        pid_t child = vfork();
        if (child < 0) _exit(3);
        if (child > 0) _exit(0);
        if (++depth > 100000) _exit(4);
    }
}
