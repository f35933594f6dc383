// differential: The mask and what waits at the start, in the process, a thread and a child.
// exit: 0
// stdout: "start:\nblocked: 10 14\nthread: 10 14\nchild: 10 14\n"
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static void show(const char *who) {
    sigset_t mask, waiting;
    pthread_sigmask(SIG_BLOCK, NULL, &mask);
    sigpending(&waiting);
    printf("%s:", who);
    for (int number = 1; number < NSIG; number++)
        if (sigismember(&mask, number) == 1 || sigismember(&waiting, number) == 1) printf(" %d", number);
    puts("");
    fflush(stdout);
}
static void *work(void *name) {
    show(name);
    return NULL;
}

int main(void) {
    show("start");
    sigset_t some;
    sigemptyset(&some);
    sigaddset(&some, SIGUSR1), sigaddset(&some, SIGALRM);
    sigprocmask(SIG_BLOCK, &some, NULL);
    raise(SIGUSR1);
    show("blocked");
    pthread_t thread;
    pthread_create(&thread, NULL, work, "thread");
    pthread_join(thread, NULL);
    if (fork() == 0) return show("child"), 0;
    wait(NULL);
}
