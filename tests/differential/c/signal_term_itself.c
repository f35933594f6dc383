// differential: SIGTERM by raise; handlers of exit are not called.
// signal: SIGTERM
// stdout: "before\n"
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

static void never(void) { puts("never"); }

int main(void) {
    atexit(never);
    puts("before");
    fflush(stdout);
    raise(SIGTERM);
    puts("never");
}
