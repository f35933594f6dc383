// Leaves shared memory, semaphores and queues behind.
// row: I1
// stage: run | compile
// expect: ok | forbidden_call
// forbid: found an earlier run's
#include <stdio.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>

int main(void) {
    if (shmget(4242, 0, 0) >= 0) puts("found an earlier run's memory");
    if (msgget(4242, 0) >= 0) puts("found an earlier run's queue");
    shmget(4242, 1 << 20, IPC_CREAT | 0666);
    semget(4242, 1, IPC_CREAT | 0666);
    msgget(4242, IPC_CREAT | 0666);
    puts("left");
}
