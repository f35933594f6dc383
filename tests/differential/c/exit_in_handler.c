// differential: exit() called again by a handler of exit(): the later code counts, each handler runs once.
// exit: 22
// stdout: "again\nlast\n"
#include <stdio.h>
#include <stdlib.h>

static void last(void) { puts("last"); }
static void again(void) { puts("again"); exit(22); }

int main(void) {
    atexit(last);
    atexit(again);
    return 11;
}
