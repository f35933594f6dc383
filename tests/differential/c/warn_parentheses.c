// differential: Assignments as conditions, mixed operators, a dangling else.
// exit: 0
// stdout: "either\nelse of the inner\n1\n"
#include <stdio.h>

int main(void) {
    int a = 1, b = 0, c = 2;
    if (a = b) puts("never");
    if (a == 1 || b == 0 && c == 2) puts("either");
    if (c)
        if (b) puts("b");
    else puts("else of the inner");
    printf("%d\n", c << 1 + a == 4);
    if (a & 1 == 0) puts("mask");
}
