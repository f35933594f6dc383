// differential: A division by zero.
// signal: SIGFPE
// stdout: "before\n"
#include <stdio.h>

int main(void) {
    volatile int zero = 0;
    puts("before");
    fflush(stdout);
    printf("%d\n", 5 / zero);
}
