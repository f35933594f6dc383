// differential: The library finds memory that is freed twice.
// flags: ["-w"]
// signal: SIGABRT
// stdout: "before\n"
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    char *volatile p = malloc(20);
    puts("before");
    fflush(stdout);
    free(p);
    free(p);
    puts("never");
}
