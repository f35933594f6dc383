// differential: The first thread ends by pthread_exit and the process with the last one.
// exit: 0
// stdout: "first\nthe last one\n"
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static void *work(void *main_thread) {
    pthread_join(*(pthread_t *)main_thread, NULL);
    puts("the last one");
    return NULL;
}

int main(void) {
    static pthread_t self, thread;
    self = pthread_self();
    puts("first");
    pthread_create(&thread, NULL, work, &self);
    pthread_exit(NULL);
}
