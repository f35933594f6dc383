// differential: Writing to a text that is constant.
// signal: SIGSEGV
// stdout: "text\n"
#include <stdio.h>

int main(void) {
    char *text = (char *)"text";
    puts(text);
    fflush(stdout);
    __asm__("" : "+r"(text)); // The optimiser must not know where it points.
    text[0] = 'T';
    puts(text);
}
