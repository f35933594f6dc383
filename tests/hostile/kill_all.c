// Kills everything it may kill, then the first process, then its parent.
// row: P8
// expect: ok | runtime_error
// within: 3000
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

int main(void) {
    if (fork() == 0)
        for (;;) pause();
    kill(-1, SIGKILL);
    kill(1, SIGKILL);
    kill(1, SIGTERM);
    kill(getppid(), SIGKILL);
    puts("only my own are dead");
}
