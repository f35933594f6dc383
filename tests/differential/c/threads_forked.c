// differential: A fork among threads: handlers around it, and one thread in the child.
// exit: 0
// stdout: "1\n4\nprepare\nparent\n11\n"
#include <dirent.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static void before(void) { puts("prepare"); fflush(stdout); }
static void in_parent(void) { puts("parent"); fflush(stdout); }
static int children;
static void in_child(void) { children++; }
static int count(void) {
    int number = 0;
    DIR *folder = opendir("/proc/self/task");
    for (struct dirent *entry; (entry = readdir(folder));) number += entry->d_name[0] != '.';
    closedir(folder);
    return number;
}
static void *wait_for_end(void *end) {
    char byte;
    return read(*(int *)end, &byte, 1) == 0 ? NULL : end;
}

int main(void) {
    int ends[2];
    pthread_t threads[3];
    pthread_atfork(before, in_parent, in_child);
    if (pipe(ends)) return 1;
    printf("%d\n", count());
    for (int i = 0; i < 3; i++) pthread_create(&threads[i], NULL, wait_for_end, ends);
    printf("%d\n", count());
    pid_t child = fork();
    if (child == 0) {
        close(ends[1]);
        return count() + 10 * children;
    }
    int status;
    waitpid(child, &status, 0);
    close(ends[1]);
    for (int i = 0; i < 3; i++) pthread_join(threads[i], NULL);
    printf("%d\n", WEXITSTATUS(status));
}
