// expect: ok
// prints: threads 8000 fork 3 shared 42 semaphore 1 timer 1 spawn 0
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static long counted;
static volatile sig_atomic_t rang;

static void *count(void *unused) {
    (void)unused;
    for (int i = 0; i < 1000; i++) {
        pthread_mutex_lock(&lock);
        counted++;
        pthread_mutex_unlock(&lock);
    }
    return NULL;
}

static void ring(int number) { rang = number == SIGALRM; }

int main(void) {
    pthread_t threads[8];
    for (int i = 0; i < 8; i++) pthread_create(&threads[i], NULL, count, NULL);
    for (int i = 0; i < 8; i++) pthread_join(threads[i], NULL);

    int status, channel[2];
    if (pipe(channel)) return 1;
    pid_t child = fork();
    if (child == 0) _exit(3);
    waitpid(child, &status, 0);

    int memory = shm_open("/numbers", O_CREAT | O_RDWR, 0600);
    if (memory < 0 || ftruncate(memory, 4096)) return 2;
    int *shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, memory, 0);
    if (fork() == 0) {
        *shared = 42;
        _exit(0);
    }
    wait(NULL);

    sem_t *semaphore = sem_open("/turn", O_CREAT, 0600, 1);
    int value = -1;
    sem_getvalue(semaphore, &value);

    signal(SIGALRM, ring);
    timer_t timer;
    struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGALRM};
    struct itimerspec soon = {.it_value = {.tv_nsec = 20000000}};
    timer_create(CLOCK_MONOTONIC, &event, &timer);
    timer_settime(timer, 0, &soon, NULL);
    while (!rang) pause();

    char *words[] = {"true", NULL};
    pid_t spawned;
    int spawn = posix_spawnp(&spawned, "true", NULL, NULL, words, environ);
    waitpid(spawned, NULL, 0);

    printf("threads %ld fork %d shared %d semaphore %d timer %d spawn %d\n", counted, WEXITSTATUS(status), *shared, value,
           rang, spawn);
}
