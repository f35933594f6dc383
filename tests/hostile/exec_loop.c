// Executes itself for ever.
// row: P12
// expect: time_limit
// limits: {"wall_time_ms": 1500}
// within: 4000
#include <unistd.h>

int main(int count, char **arguments) {
    (void)count;
    for (;;) execv("/proc/self/exe", arguments);
}
