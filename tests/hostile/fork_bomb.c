// Forks for ever from every child.
// row: P1
// expect: time_limit | runtime_error | memory_limit
// limits: {"wall_time_ms": 2000}
// within: 4000
#include <unistd.h>

int main(void) {
    for (;;) fork();
}
