// Computes in four processes for a second: together they get no more than the one core it was given.
// row: P5
// expect: ok
// prints: done
// limits: {"wall_time_ms": 5000, "cpu_time_ms": 5000}
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

int main(void) {
    double start = now();
    for (int child = 0; child < 4; child++)
        if (fork() == 0) {
            while (now() < start + 1) {
            }
            _exit(0);
        }
    while (wait(0) > 0) {
    }
    struct rusage used;
    getrusage(RUSAGE_CHILDREN, &used);
    double computed = used.ru_utime.tv_sec + used.ru_utime.tv_usec / 1e6 + used.ru_stime.tv_sec + used.ru_stime.tv_usec / 1e6;
    // A period of the limit may be spent at once at the beginning and at the end.
    if (computed > 1.35 * (now() - start)) printf("BRE" "ACH: %.2f s computed in %.2f s\n", computed, now() - start);
    puts("done");
}
