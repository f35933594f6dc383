// differential: What the assembler does not understand.
#include <stdio.h>

int main(void) {
    int x = 1;
    __asm__("nonsense %0, %0" : "+r"(x));
    __asm__("addl $1, (%0" : : "r"(x));
    printf("%d\n", x);
}
