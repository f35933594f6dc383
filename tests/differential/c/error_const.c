// differential: What may not be written to.
#include <stdio.h>

static const int fixed = 3;

int main(void) {
    const struct { int x; } s = {1};
    const char *text = "abc";
    int array[2];
    fixed = 4;
    s.x = 2;
    text[0] = 'A';
    array = 0;
    main = 0;
    5 = fixed;
    (fixed + 1)++;
    &fixed = 0;
    "abc"[0] = 3;
}
