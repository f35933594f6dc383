// differential: The guard of the stack, which the caller's option turns on.
// flags: ["-fstack-protector-all"]
// signal: SIGABRT
// stdout: "smashing\n"
#include <stdio.h>

__attribute__((noinline)) static void fill(volatile char *text, int size) {
    for (int i = 0; i < size; i++) text[i] = 'x';
}
__attribute__((noinline)) static int smash(int size) {
    char text[16];
    fill(text, size);
    return text[3];
}

int main(void) {
    puts("smashing");
    fflush(stdout);
    return smash(40);
}
