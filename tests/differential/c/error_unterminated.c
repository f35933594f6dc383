// differential: Texts, characters and comments that do not end.
#include <stdio.h>

int main(void) {
    puts("no end);
    char c = 'x;
    char empty = '';
    printf("%c\n", c);
}
/* This comment is open.
