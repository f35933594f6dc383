// The 32-bit entry to the kernel, which knows other numbers than the filter.
// row: K1
// expect: ok | forbidden_call | runtime_error
#include <stdio.h>

int main(void) {
    long result = -1;
#ifdef __x86_64__
    // Call 20 is getpid there and writev here; a filter for one architecture only must not let it through.
    __asm__ volatile("int $0x80" : "=a"(result) : "a"(20) : "memory", "r8", "r9", "r10", "r11");
#endif
    if (result > 0) printf("BRE" "ACH: %ld\n", result);
    puts("done");
}
