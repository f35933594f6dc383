// differential: Signals taken by sigwait, sigtimedwait and a descriptor instead of a handler.
// exit: 0
// stdout: "0 0\n-1 0\n1 0\n0 3\n0 4\n"
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

int main(void) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1), sigaddset(&set, SIGHUP), sigaddset(&set, SIGRTMIN);
    sigprocmask(SIG_BLOCK, &set, NULL);
    int number, file = signalfd(-1, &set, SFD_NONBLOCK);
    raise(SIGUSR1), raise(SIGUSR1);
    printf("%d %d\n", sigwait(&set, &number), number == SIGUSR1);
    struct timespec moment = {0, 1000};
    siginfo_t info;
    printf("%d %d\n", sigtimedwait(&set, &info, &moment), errno == EAGAIN);
    sigqueue(getpid(), SIGRTMIN, (union sigval){.sival_int = 3});
    sigqueue(getpid(), SIGRTMIN, (union sigval){.sival_int = 4});
    raise(SIGHUP);
    struct signalfd_siginfo read_one;
    while (read(file, &read_one, sizeof read_one) == sizeof read_one)
        printf("%d %d\n", read_one.ssi_signo == SIGHUP ? 1 : (int)read_one.ssi_signo - SIGRTMIN, read_one.ssi_int);
}
