// Changes the host's clock, name and scheduling.
// row: K16
// stage: run | compile
// expect: ok | forbidden_call
#define _GNU_SOURCE
#include <sched.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/timex.h>
#include <time.h>
#include <unistd.h>

static void tried(const char *name, long result) {
    if (result >= 0) printf("BRE" "ACH: %s\n", name);
}

int main(void) {
    struct timeval now = {0, 0};
    struct timespec clock = {0, 0};
    struct sched_param first = {.sched_priority = 1};
    struct rlimit endless = {RLIM_INFINITY, RLIM_INFINITY};
    tried("settimeofday", settimeofday(&now, 0));
    tried("clock_settime", clock_settime(CLOCK_REALTIME, &clock));
    tried("sethostname", sethostname("x", 1));
    tried("setdomainname", setdomainname("x", 1));
    tried("setpriority", setpriority(PRIO_PROCESS, 0, -20));
    tried("sched_setscheduler", sched_setscheduler(0, SCHED_FIFO, &first));
    tried("ioprio_set", syscall(SYS_ioprio_set, 1, 0, 1 << 13));
    struct timex adjust = {.modes = ADJ_OFFSET, .offset = 1000};
    tried("adjtimex", adjtimex(&adjust));
    adjust.modes = ADJ_FREQUENCY;
    tried("clock_adjtime", syscall(SYS_clock_adjtime, CLOCK_REALTIME, &adjust));
    struct rlimit locked;
    getrlimit(RLIMIT_MEMLOCK, &locked);
    if (locked.rlim_max > 1 << 20) puts("BRE" "ACH: much memory can be locked");
    tried("nice", setpriority(PRIO_PGRP, 0, -1));
    first.sched_priority = 50;
    tried("sched_setscheduler round robin", sched_setscheduler(0, SCHED_RR, &first));
    tried("sched_setscheduler of init", sched_setscheduler(1, SCHED_FIFO, &first));
    tried("setrlimit core", setrlimit(RLIMIT_CORE, &endless));
    puts("done");
}
