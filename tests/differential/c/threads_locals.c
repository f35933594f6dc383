// differential: Variables of threads, keys with destructors, and what runs once.
// exit: 0
// stdout: "once\nthread 15\ndestroyed 10, local 15\nthread 25\ndestroyed 20, local 25\nthread 15\n15 thread 15\n"
#include <pthread.h>
#include <stdio.h>

static _Thread_local int local = 5;
static __thread char text[20] = "first";
static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void prepared(void) { puts("once"); }
static void destroyed(void *value) { printf("destroyed %d, local %d\n", *(int *)value, local); }
static void *work(void *number) {
    pthread_once(&once, prepared);
    local += *(int *)number;
    sprintf(text, "thread %d", local);
    pthread_setspecific(key, number);
    puts(text);
    return NULL;
}

int main(void) {
    int numbers[] = {10, 20};
    pthread_key_create(&key, destroyed);
    for (int i = 0; i < 2; i++) {
        pthread_t thread;
        pthread_create(&thread, NULL, work, &numbers[i]);
        pthread_join(thread, NULL);
    }
    work(&numbers[0]);
    printf("%d %s\n", local, text);
}
