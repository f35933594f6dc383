// differential: Formats that do not fit their arguments.
// exit: 0
#include <stdio.h>
#include <stddef.h>

int main(void) {
    long number = 5;
    printf("%d\n", number);
    printf("%zu %z\n", sizeof number);
    printf("%s\n", "a", "extra");
    printf("%5.3q\n");
    printf("\n", 3);
    printf("");
    puts("end");
}
