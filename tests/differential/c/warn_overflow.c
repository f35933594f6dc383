// differential: Constants that do not fit, divisions by zero, shifts too far.
// exit: 0
// stdout: "44 2147483647 -128 0\n"
#include <limits.h>
#include <stdio.h>

int main(void) {
    unsigned char small = 300;
    int big = 2147483648 - 1, over = INT_MAX + 1 > 0;
    signed char list[] = {127, 128};
    if (small > 255) puts("never");
    if (0) printf("%d %d\n", 1 / 0, 1 << 33);
    printf("%d %d %d %d\n", small, big, list[1], over * 0);
}
