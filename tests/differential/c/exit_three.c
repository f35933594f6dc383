// differential: A code from main, with output but no line end.
// exit: 3
// stdout: "three"
#include <stdio.h>

int main(void) {
    printf("three");
    return 3;
}
