// Threads that each touch the whole of a large stack, and messages that nobody takes.
// row: R2 R5
// expect: memory_limit | runtime_error | time_limit
// limits: {"wall_time_ms": 4000}
// within: 8000
#include <pthread.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <unistd.h>

static void *deep(void *nothing) {
    char block[6 << 20];
    memset(block, 1, sizeof block);
    pause();
    return nothing + block[0];
}

int main(void) {
    struct { long kind; char text[8000]; } message = {1, ""};
    for (int queue = 0; queue < 1000; queue++) {
        int to = msgget(IPC_PRIVATE, IPC_CREAT | 0600);
        while (to >= 0 && msgsnd(to, &message, sizeof message.text, IPC_NOWAIT) == 0) {
        }
    }
    pthread_t thread;
    while (pthread_create(&thread, 0, deep, 0) == 0) {
    }
    for (;;) pause();
}
