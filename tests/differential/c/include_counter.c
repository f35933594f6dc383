// differential: __COUNTER__ begins at nothing, whatever was included.
// exit: 0
// stdout: "1 5 2\n"
#include <stdio.h>
#include <stdlib.h>
#include <math.h>
#define PASTE(a, b) a##b
#define UNIQUE(name, number) PASTE(name, number)

static int UNIQUE(value_, __COUNTER__) = 5;

int main(void) {
    printf("%d %d ", __COUNTER__, value_0);
    printf("%d\n", __COUNTER__);
}
