// differential: Interval timers of three kinds, and a call that one interrupts.
// exit: 0
// stdout: "-1 1\n"
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

static volatile sig_atomic_t ticks[65];
static void tick(int number) { ticks[number]++; }

int main(void) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = tick;
    sigaction(SIGALRM, &action, NULL), sigaction(SIGVTALRM, &action, NULL), sigaction(SIGPROF, &action, NULL);
    struct itimerval timer = {{0, 5000}, {0, 5000}}, off = {{0, 0}, {0, 0}};
    setitimer(ITIMER_REAL, &timer, NULL);
    while (ticks[SIGALRM] < 3) pause();
    setitimer(ITIMER_REAL, &off, NULL);
    setitimer(ITIMER_VIRTUAL, &timer, NULL), setitimer(ITIMER_PROF, &timer, NULL);
    while (ticks[SIGVTALRM] < 2 || ticks[SIGPROF] < 2) {}
    setitimer(ITIMER_VIRTUAL, &off, NULL), setitimer(ITIMER_PROF, &off, NULL);
    timer.it_interval.tv_usec = 0;
    setitimer(ITIMER_REAL, &timer, NULL);
    int slept = usleep(2000000);
    printf("%d %d\n", slept, errno == EINTR);
}
