// differential: Recursion without an end.
// signal: SIGSEGV
// stdout: "deep\n"
#include <stdio.h>

__attribute__((noinline)) static int deeper(int n, volatile int *above) {
    volatile int here[250];
    here[0] = n + above[0];
    return deeper(n + 1, here) + here[0];
}

int main(void) {
    puts("deep");
    fflush(stdout);
    int zero = 0;
    return deeper(0, &zero);
}
