// The parent ends at once; a grandchild in its own session ignores everything and burns CPU for ever.
// row: P3
// stage: run | interactive
// expect: ok
// exit: 0
// prints: parent is done
// within: 3000
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

int main(void) {
    puts("parent is done");
    fflush(stdout);
    if (fork() > 0) return 0;
    setsid();
    if (fork() > 0) _exit(0);
    for (int number = 1; number < 65; number++) signal(number, SIG_IGN);
    for (int descriptor = 0; descriptor < 256; descriptor++) close(descriptor);
    for (;;) {
    }
}
