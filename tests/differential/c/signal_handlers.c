// differential: Handlers with and without information, once only, restarting, nested.
// exit: 0
// stdout: "simple 10\ninformed 12 code -6 value 0 by itself 1 context 1\nsimple done\nreset 1\ninformed 35 code -1 value 77 by itself 1 context 1\ninformed 12 code 0 value 0 by itself 1 context 1\n"
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void simple(int number) {
    printf("simple %d\n", number);
    if (number == SIGUSR1) raise(SIGUSR2);
    puts("simple done");
}
static void informed(int number, siginfo_t *info, void *context) {
    printf("informed %d code %d value %d by itself %d context %d\n", number, info->si_code, info->si_value.sival_int,
           info->si_pid == getpid(), context != NULL);
}

int main(void) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = simple;
    action.sa_flags = SA_RESETHAND;
    sigaction(SIGUSR1, &action, NULL);
    action.sa_sigaction = informed;
    action.sa_flags = SA_SIGINFO;
    sigaction(SIGUSR2, &action, NULL), sigaction(SIGRTMIN + 1, &action, NULL);
    raise(SIGUSR1);
    sigaction(SIGUSR1, NULL, &action);
    printf("reset %d\n", action.sa_handler == SIG_DFL);
    sigqueue(getpid(), SIGRTMIN + 1, (union sigval){.sival_int = 77});
    kill(getpid(), SIGUSR2);
}
