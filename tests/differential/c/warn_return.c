// differential: Paths without a value, values from nothing, an address that is gone.
// exit: 0
// stdout: "4 1\n"
#include <stdio.h>

static int half(int x) {
    if (x > 1) return x / 2;
}
static int *local(void) {
    int here = 3;
    return &here;
}
static void nothing(void) {
    return 5;
}

int main(void) {
    nothing();
    printf("%d %d\n", half(8), local() == NULL);
}
