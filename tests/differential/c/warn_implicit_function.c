// differential: Functions that were never declared, of the library and with wrong types.
// exit: 0
// stdout: "5 2\n3\n"
#include <stdio.h>

int main(void) {
    int length = strlen("five!");
    printf("%d %d\n", length, abs(-2));
    later(3);
}

int later(int x) {
    printf("%d\n", x);
    return x;
}
