// Starts threads until none starts any more, then keeps them all.
// row: P1
// expect: time_limit | memory_limit
// limits: {"wall_time_ms": 1500}
// within: 3500
#include <pthread.h>
#include <unistd.h>

static void *idle(void *unused) {
    pause();
    return unused;
}

int main(void) {
    for (;;) {
        pthread_t thread;
        pthread_create(&thread, 0, idle, 0);
    }
}
