// differential: _exit runs no handlers and flushes nothing.
// exit: 4
// stdout: "flushed\n"
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void handler(void) { puts("never"); }

int main(void) {
    atexit(handler);
    puts("flushed");
    fflush(stdout);
    _exit(4);
}
