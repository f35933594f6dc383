// differential: An alarm nobody handles ends the program; none was set at the start.
// signal: SIGALRM
// stdout: "0 0\n"
#include <stdio.h>
#include <sys/time.h>
#include <unistd.h>

int main(void) {
    struct itimerval timer;
    getitimer(ITIMER_REAL, &timer);
    printf("%ld %u\n", (long)timer.it_value.tv_sec + timer.it_value.tv_usec, alarm(50));
    fflush(stdout);
    timer.it_value.tv_usec = 20000;
    setitimer(ITIMER_REAL, &timer, NULL);
    for (;;) pause();
}
