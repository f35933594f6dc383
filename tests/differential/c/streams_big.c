// differential: Close to the limit of the output, in lines of growing length.
// exit: 0
#include <stdio.h>

int main(void) {
    int size = 0;
    for (int line = 0; size + line + 1 < 60000; line++) {
        for (int i = 0; i < line; i++) putchar('a' + (i + line) % 26);
        putchar('\n');
        size += line + 1;
    }
    fprintf(stderr, "%d\n", size);
}
