// differential: Warnings that the caller makes errors, and one that stays a warning.
// flags: ["-Werror", "-Wno-error=unused-variable"]
#include <stdio.h>

int main(void) {
    int unused;
    int n = 1;
    if (n = 2) puts("x");
    printf("%s\n", n);
}
