// Shared memory segments that are filled and let go: they stay until somebody removes them, and count.
// row: R2
// expect: memory_limit | runtime_error
// within: 8000
#include <string.h>
#include <sys/ipc.h>
#include <sys/shm.h>

int main(void) {
    for (int count = 0; count < 64; count++) {
        int segment = shmget(IPC_PRIVATE, 16 << 20, IPC_CREAT | 0600);
        char *at = segment < 0 ? (void *)-1 : shmat(segment, 0, 0);
        if (at == (void *)-1) return 9;
        memset(at, 1, 16 << 20);
        shmdt(at);
    }
    return 0;
}
