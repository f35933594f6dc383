// differential: Optimisation over both files when they are linked.
// flags: ["-flto", "-O3"]
// exit: 0
// stdout: "49\n"
#include <stdio.h>

int times(int n);
extern const int factor;

int main(void) {
    printf("%d\n", times(6) + factor);
}
