// differential: Trigraphs are ignored, with a warning.
// exit: 0
// stdout: "8\n"
#include <stdio.h>

int main(void) {
    printf("%zu\n", sizeof "what??!");
}
