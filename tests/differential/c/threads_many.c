// differential: Thirty threads, a mutex, a condition, a barrier.
// exit: 0
// stdout: "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 \n30000 870\n"
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t turn_changed = PTHREAD_COND_INITIALIZER;
static pthread_barrier_t barrier;
static long turn, total;

static void *work(void *number) {
    pthread_barrier_wait(&barrier);
    for (int i = 0; i < 1000; i++) {
        pthread_mutex_lock(&mutex);
        total++;
        pthread_mutex_unlock(&mutex);
    }
    pthread_mutex_lock(&mutex);
    while (turn != (long)number) pthread_cond_wait(&turn_changed, &mutex);
    printf("%ld ", turn++);
    pthread_cond_broadcast(&turn_changed);
    pthread_mutex_unlock(&mutex);
    return (void *)((long)number * 2);
}

int main(void) {
    pthread_t threads[30];
    long sum = 0;
    pthread_barrier_init(&barrier, NULL, 30);
    for (long i = 0; i < 30; i++)
        if (pthread_create(&threads[i], NULL, work, (void *)i)) return 1;
    for (int i = 0; i < 30; i++) {
        void *result;
        pthread_join(threads[i], &result);
        sum += (long)result;
    }
    printf("\n%ld %ld\n", total, sum);
}
