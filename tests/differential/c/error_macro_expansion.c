// differential: Errors inside macros, traced to where they are used.
#include <stdio.h>
#define SQUARE(x) ((x) * (x))
#define DEEPER(x) SQUARE(x) + missing
#define FIELD(s) (s).nothing
#define PASTE(a, b) a##b

struct s { int x; };

int main(void) {
    struct s s = {1};
    int a = SQUARE(s);
    int b = DEEPER(2);
    int c = FIELD(s);
    int d = SQUARE(1, 2);
    int e = SQUARE();
    int f = PASTE(+, 1 /) 2;
    return DEEPER(FIELD(s));
}
