// differential: Semicolons, brackets and braces that are missing.
#include <stdio.h>

int main(void) {
    int a = 5
    int b = (3 + 4;
    printf("%d\n", a b);
    if a > 3) puts("more");
    for (int i = 0, i < 3; i++) puts("x");
    return 0;
