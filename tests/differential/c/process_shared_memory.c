// differential: Memory shared by name and by inheritance, and semaphores in it.
// exit: 0
// stdout: "42 0 4\n1 0\n"
#include <fcntl.h>
#include <semaphore.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

struct shared {
    sem_t asked, answered;
    int number;
};

int main(void) {
    int file = shm_open("/runs", O_RDWR | O_CREAT | O_EXCL, 0600);
    if (file < 0 || ftruncate(file, sizeof(struct shared))) return 1;
    struct shared *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    sem_init(&shared->asked, 1, 0), sem_init(&shared->answered, 1, 0);
    if (fork() == 0) {
        sem_wait(&shared->asked);
        shared->number *= 2;
        sem_post(&shared->answered);
        _exit(0);
    }
    shared->number = 21;
    sem_post(&shared->asked);
    sem_wait(&shared->answered);
    wait(NULL);
    printf("%d %d %d\n", shared->number, shm_unlink("/runs"), shm_open("/runs", O_RDWR, 0));
    sem_t *named = sem_open("/named", O_CREAT, 0600, 2);
    int value = -1;
    if (named != SEM_FAILED) sem_wait(named), sem_getvalue(named, &value);
    printf("%d %d\n", value, sem_unlink("/named"));
}
