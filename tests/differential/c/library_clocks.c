// differential: Clocks go forward, agree with each other, and the process is young.
// exit: 0
// stdout: "1 1\n1 1\n1 1\n0 1 1\n1709251200 0 Sun Feb 30 00:00:00 2024\n"
#include <stdio.h>
#include <sys/times.h>
#include <time.h>
#include <unistd.h>

static double now(clockid_t clock) {
    struct timespec time;
    return clock_gettime(clock, &time) ? -1 : time.tv_sec + time.tv_nsec / 1e9;
}

int main(void) {
    double monotonic = now(CLOCK_MONOTONIC), real = now(CLOCK_REALTIME), processor = now(CLOCK_PROCESS_CPUTIME_ID);
    printf("%d %d\n", processor >= 0 && processor < 1, clock() < CLOCKS_PER_SEC);
    printf("%d %d\n", real > 1.7e9, real - time(NULL) < 2 && time(NULL) - real < 2);
    usleep(20000);
    double passed = now(CLOCK_MONOTONIC) - monotonic;
    printf("%d %d\n", passed >= 0.02 && passed < 5, now(CLOCK_BOOTTIME) > 0);
    struct tms times_used;
    times(&times_used);
    printf("%ld %d %d\n", (long)times_used.tms_cutime, times_used.tms_utime < 100, sysconf(_SC_CLK_TCK) == 100);
    struct tm tm = {.tm_year = 124, .tm_mon = 1, .tm_mday = 30};
    printf("%ld %d %s", timegm(&tm), tm.tm_yday, asctime(&tm));
}
