// A grandchild keeps stdout open and sleeps; the run is over when the main process is.
// row: P3
// expect: runtime_error
// exit: 7
// within: 3000
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

int main(void) {
    if (fork() == 0) {
        setsid();
        signal(SIGHUP, SIG_IGN);
        signal(SIGTERM, SIG_IGN);
        puts("still holding");
        fflush(stdout);
        for (;;) pause();
    }
    return 7;
}
