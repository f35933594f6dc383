// differential: Values of types that do not go together.
#include <stdio.h>

struct a { int x; };
struct b { int x; };

int main(void) {
    struct a a = {1};
    struct b b = a;
    int n = a;
    char *text = "x" * 2;
    int *p = &n + &n;
    a.x.y = 4;
    n->x = 3;
    *n = 4;
    text();
    if (b) puts("b");
    switch (1.5) {}
    return a;
}
