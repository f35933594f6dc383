// differential: A thread other than the first ends the process, while the first one waits.
// exit: 12
// stdout: "thread\nhandler\n"
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static void handler(void) { puts("handler"); }
static void *work(void *unused) {
    puts("thread");
    exit(12);
}

int main(void) {
    pthread_t thread;
    atexit(handler);
    pthread_create(&thread, NULL, work, NULL);
    pthread_join(thread, NULL);
    puts("never");
}
