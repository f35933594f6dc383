// differential: The folder "include" is searched for headers in quotes, after the file's own folder.
// exit: 0
// stdout: "4 beside 8\n"
#include "shape.h"
#include "both.h"
#include "deep/inner.h"
#include <stdio.h>

int main(void) {
    printf("%d %s %d\n", SHAPE, BOTH, INNER);
}
