// differential: Accesses beside arrays that the optimiser can see, in a branch that is not taken.
// exit: 0
// stdout: "inside\n"
#include <stdio.h>
#include <string.h>

static int table[4];

int main(int argc, char **argv) {
    char text[4];
    if (argc == 77) {
        table[4] = 1;
        strcpy(text, "too long");
        memset(text, 0, 40);
        printf("%d %s\n", table[-1], text);
        sprintf(text, "%d", 123456);
        puts(text);
    }
    puts("inside");
}
