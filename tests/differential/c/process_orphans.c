// differential: A grandchild that outlives its parent, and children that nobody waits for.
// exit: 0
// stdout: "adopted 1\n-1 77\n"
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends)) return 1;
    if (fork() == 0) {
        pid_t parent = getpid();
        if (fork() == 0) {
            while (getppid() == parent) usleep(1000);
            dprintf(ends[1], "adopted %d", getppid() == 1);
            _exit(0);
        }
        _exit(0);
    }
    wait(NULL);
    close(ends[1]);
    char text[20] = "";
    ssize_t size = 0, got;
    while ((got = read(ends[0], text + size, sizeof text - 1 - size)) > 0) size += got;
    puts(text);
    signal(SIGCHLD, SIG_IGN);
    if (fork() == 0) _exit(3);
    int status = 77;
    printf("%d %d\n", wait(&status), status);
}
