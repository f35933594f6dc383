// differential: The library finds a pointer that it never gave out.
// flags: ["-w", "-O1"]
// signal: SIGABRT
// stdout: "before\n"
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    char *volatile p = malloc(2000);
    puts("before");
    fflush(stdout);
    free(p + 8);
    puts("never");
}
