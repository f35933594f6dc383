// differential: Comparisons that are always the same, suspicious sizes and logic.
// exit: 0
// stdout: "always\nsame\nbetween\n2 3\n"
#include <stdio.h>
#include <string.h>

int main(void) {
    int list[3] = {1, 2, 3}, n = list[1];
    unsigned u = 4;
    if (u >= 0 && n < 0 != 1) puts("always");
    if (!n == 3) puts("never");
    if (n == n) puts("same");
    if (1 < n < 3) puts("between");
    int *p = list;
    memset(p, 0, sizeof(p));
    printf("%zu %d\n", sizeof(p) / sizeof(p[0]), list[2]);
    bool_like: n += n++ + ++n;
}
