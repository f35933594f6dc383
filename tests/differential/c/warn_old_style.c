// differential: Functions in the old style, with extra options of the caller.
// flags: ["-Wextra", "-Wold-style-definition", "-Wstrict-prototypes"]
// exit: 0
// stdout: "97 98 99 7\n"
#include <stdio.h>

static int sum(a, b)
    int a;
    char b;
{
    return a + b;
}

static int nothing() {
    return 7;
}

int main(int argc, char **argv) {
    unsigned size = 3;
    for (int i = 0; i < size; i++) printf("%d ", sum(i, 'a'));
    printf("%d\n", nothing());
}
