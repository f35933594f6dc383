// differential: Warnings inside own headers, with the chain of includes.
// exit: 0
// stdout: "4\n"
#include <stdio.h>
#include "outer.h"

int main(void) {
    printf("%d\n", inner(2));
}
