// differential: fork, exec and wait: codes, signals, stopped and continued children, and none at the start.
// exit: 0
// stdout: "-1 1\n1 42\nstopped 19\ncontinued 1\nended by 15\n1\n"
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int status;
    pid_t none = wait(&status);
    printf("%d %d\n", none, errno == ECHILD);
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) execl("/bin/sh", "sh", "-c", "exit 42", (char *)NULL);
    waitpid(child, &status, 0);
    printf("%d %d\n", WIFEXITED(status), WEXITSTATUS(status));
    child = fork();
    if (child == 0) for (;;) pause();
    kill(child, SIGSTOP);
    waitpid(child, &status, WUNTRACED);
    printf("stopped %d\n", WSTOPSIG(status));
    kill(child, SIGCONT);
    waitpid(child, &status, WCONTINUED);
    printf("continued %d\n", WIFCONTINUED(status));
    kill(child, SIGTERM);
    waitpid(child, &status, 0);
    printf("ended by %d\n", WTERMSIG(status));
    child = fork();
    if (child == 0) execl("/no/such/file", "x", (char *)NULL), _exit(errno);
    waitpid(child, &status, 0);
    printf("%d\n", WEXITSTATUS(status) == ENOENT);
}
