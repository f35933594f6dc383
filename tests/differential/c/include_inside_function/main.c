// differential: An own file included inside a function and inside an initialiser.
// exit: 0
// stdout: "32\n"
#include <stdio.h>

static const int table[] = {
#include "table.inc"
};

int main(void) {
    int sum = 0;
#include "body.inc"
    printf("%d\n", sum);
}
