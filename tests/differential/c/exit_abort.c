// differential: abort() after a flush, with a handler of atexit that is not called.
// signal: SIGABRT
// stdout: "before\n"
#include <stdio.h>
#include <stdlib.h>

static void never(void) { puts("never"); }

int main(void) {
    atexit(never);
    puts("before");
    fflush(stdout);
    fputs("to stderr\n", stderr);
    abort();
}
