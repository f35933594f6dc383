// differential: Functions of the library behind macros of the program.
// exit: 0
// stdout: "10 bytes in line 16\n<text>\nplain\n\n"
#include <stdio.h>
#include <stdlib.h>
#undef putchar
#define malloc(size) counted(size, __LINE__)
#define puts(text) printf("<%s>\n", text)

static void *counted(size_t size, int line) {
    printf("%zu bytes in line %d\n", size, line);
    return (malloc)(size);
}

int main(void) {
    free(malloc(10));
    puts("text");
    (puts)("plain");
    putchar('\n');
}
