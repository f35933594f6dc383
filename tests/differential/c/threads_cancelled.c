// differential: Threads cancelled, with their cleanup, and attributes of new ones.
// exit: 0
// stdout: "0 worker a.out\ncleanup inner\ncleanup outer\n1 64\n"
#define _GNU_SOURCE
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static void cleanup(void *text) { printf("cleanup %s\n", (char *)text); }
static void *work(void *end) {
    char byte;
    pthread_cleanup_push(cleanup, (void *)"outer");
    pthread_cleanup_push(cleanup, (void *)"inner");
    if (read(*(int *)end, &byte, 1) == 1) puts("never");
    pthread_cleanup_pop(1);
    pthread_cleanup_pop(1);
    return NULL;
}

int main(void) {
    int ends[2];
    if (pipe(ends)) return 1;
    pthread_t thread;
    void *result;
    char name[16];
    pthread_create(&thread, NULL, work, ends);
    printf("%d", pthread_setname_np(thread, "worker"));
    pthread_getname_np(thread, name, sizeof name);
    printf(" %s", name);
    pthread_getname_np(pthread_self(), name, sizeof name);
    printf(" %s\n", name);
    pthread_cancel(thread);
    pthread_join(thread, &result);
    pthread_attr_t attributes;
    size_t size;
    pthread_getattr_default_np(&attributes);
    pthread_attr_getstacksize(&attributes, &size);
    printf("%d %zu\n", result == PTHREAD_CANCELED, size >> 20);
}
