// differential: Reading from the address 0.
// signal: SIGSEGV
// stdout: "before\n"
#include <stdio.h>

int main(void) {
    volatile int *nothing = NULL;
    puts("before");
    fflush(stdout);
    return *nothing;
}
