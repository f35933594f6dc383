// differential: Functions, types and macros before the first include.
// exit: 0
// stdout: "42\n"
struct pair {
    int left, right;
};

static int sum(struct pair pair) {
    return pair.left + pair.right;
}

#define TWICE(x) ((x) * 2)

#include <stdio.h>

int main(void) {
    printf("%d\n", TWICE(sum((struct pair){20, 1})));
}
