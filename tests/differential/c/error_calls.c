// differential: Too many arguments and too few, with notes where the function was declared.
#include <stdio.h>
#include <string.h>
#include <stdlib.h>

static int add(int a, int b) {
    return a + b;
}

int main(void) {
    add(1);
    add(1, 2, 3);
    strlen();
    strchr("abc", "b");
    memcpy(1, 2);
    qsort(0, 1, 2, add);
    puts(3.5);
    return add;
}
