// differential: Memory freed twice, used afterwards, or never allocated, in a branch that is not taken.
// exit: 0
// stdout: "clean\n"
#include <stdio.h>
#include <stdlib.h>

static int fixed[3];

int main(int argc, char **argv) {
    if (argc > 50) {
        int *p = malloc(sizeof *p), *q = malloc(2);
        free(p);
        *p = 4;
        free(p);
        free(fixed);
        *q = 4;
    }
    puts("clean");
}
