// differential: quick_exit runs its own handlers only.
// exit: 5
// stdout: "quick two\nquick one\n"
#include <stdio.h>
#include <stdlib.h>

static void never(void) { puts("never"); }
static void one(void) { puts("quick one"); fflush(stdout); }
static void two(void) { puts("quick two"); }

int main(void) {
    atexit(never);
    at_quick_exit(one);
    at_quick_exit(two);
    quick_exit(5);
}
