// differential: Facts of the process: session, group, user, folder, mask of new files, priority.
// exit: 0
#define _GNU_SOURCE
#include <errno.h>
#include <grp.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void) {
    char folder[200], name[17];
    printf("session %d group %d first %d\n", getsid(0) == getpid(), getpgrp() == getpid(), getpid() == 1);
    printf("uid %d %d gid %d %d groups %d\n", getuid() == geteuid(), getuid() == 0, getgid() == getegid(), getgid() == 0,
           getgroups(0, NULL));
    mode_t mask = umask(0);
    printf("%s mask %03o nice %d scheduler %d\n", getcwd(folder, sizeof folder), mask, getpriority(PRIO_PROCESS, 0),
           sched_getscheduler(0));
    prctl(PR_GET_NAME, name);
    printf("%s dumpable %d death %d keep %d no new %d seccomp %d\n", name, prctl(PR_GET_DUMPABLE), 0, prctl(PR_GET_KEEPCAPS),
           prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0), prctl(PR_GET_SECCOMP));
    int signal = -1, reaper = -1;
    prctl(PR_GET_PDEATHSIG, &signal), prctl(PR_GET_CHILD_SUBREAPER, &reaper);
    printf("%d %d thp %d slack %d\n", signal, reaper, prctl(PR_GET_THP_DISABLE, 0, 0, 0, 0), prctl(PR_GET_TIMERSLACK));
    int core = access("/", W_OK);
    printf("%d %s %d\n", core, strerror(errno), sethostname("x", 1));
}
