// differential: Unused variables, values, functions, labels and what is set but never read.
// exit: 0
// stdout: "ran all the same\n"
#include <stdio.h>

static int never_called(void) {
    return 1;
}
static int never_read = 4;

int main(void) {
    int unused, set;
    set = 3;
    4 + 5;
label:
    puts("ran all the same");
    return 0;
}
