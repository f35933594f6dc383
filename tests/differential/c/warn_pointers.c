// differential: Pointers of other types, lost qualifiers, integers as addresses.
// exit: 0
// stdout: "1 1 0\n"
#include <stdio.h>

static void take(int *numbers, char text[4]) {
    (void)numbers, (void)text;
}

int main(void) {
    const char *fixed = "fixed";
    char *loose = fixed;
    unsigned long address = fixed ? 1 : 0;
    int *numbers = 16;
    float real = 1.5f;
    take(&real, "ab");
    int (*function)(void) = (void *)0;
    printf("%d %lu %d\n", loose == fixed, address, numbers == function);
}
