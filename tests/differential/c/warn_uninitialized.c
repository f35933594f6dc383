// differential: Variables that may not have been set, in code that is not reached.
// args: []
// exit: 0
// stdout: "not read\n"
#include <stdio.h>

int main(int argc, char **argv) {
    int maybe, never;
    if (argc > 1) maybe = 3;
    if (argc > 5) printf("%d %d %s\n", maybe, never, argv[0]);
    puts("not read");
}
