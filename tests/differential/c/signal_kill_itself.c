// differential: SIGKILL by kill(), which no mask and no handler holds up.
// signal: SIGKILL
// stdout: "refused 1\n"
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

int main(void) {
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, NULL);
    printf("refused %d\n", signal(SIGKILL, SIG_IGN) == SIG_ERR);
    fflush(stdout);
    kill(getpid(), SIGKILL);
    puts("never");
}
