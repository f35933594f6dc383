// differential: The threads of C11.
// exit: 0
// stdout: "40000 10 0\n"
#include <stdatomic.h>
#include <stdio.h>
#include <threads.h>
#include <time.h>

static atomic_int counter;
static mtx_t mutex;
static cnd_t ready;
static int done;

static int work(void *number) {
    for (int i = 0; i < 10000; i++) atomic_fetch_add_explicit(&counter, 1, memory_order_relaxed);
    mtx_lock(&mutex);
    done++;
    cnd_signal(&ready);
    mtx_unlock(&mutex);
    return *(int *)number;
}

int main(void) {
    thrd_t threads[4];
    int numbers[] = {1, 2, 3, 4}, sum = 0, result;
    mtx_init(&mutex, mtx_plain), cnd_init(&ready);
    for (int i = 0; i < 4; i++) thrd_create(&threads[i], work, &numbers[i]);
    mtx_lock(&mutex);
    while (done < 4) cnd_wait(&ready, &mutex);
    mtx_unlock(&mutex);
    for (int i = 0; i < 4; i++) thrd_join(threads[i], &result), sum += result;
    printf("%d %d %d\n", counter, sum, thrd_sleep(&(struct timespec){0, 1000}, NULL));
}
