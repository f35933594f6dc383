// differential: A function chosen when the program is loaded, and one for two processors.
// exit: 0
// stdout: "42 16\n"
#include <stdio.h>

static int fast(int x) { return x * 3; }
static int (*choose(void))(int) { return fast; }
int thrice(int x) __attribute__((ifunc("choose")));

__attribute__((target_clones("default", "popcnt"))) int bits(unsigned long x) { return __builtin_popcountl(x); }

int main(void) {
    printf("%d %d\n", thrice(14), bits(0xff00ff));
}
