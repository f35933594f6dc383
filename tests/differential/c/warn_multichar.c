// differential: Odd characters and texts.
// exit: 0
#include <stdio.h>

int main(void) {
    int word = 'abcd';
    char text[3] = "abc", escaped = '\q', octal = '\777';
    printf("%x %c%c%c %c %d\n", word, text[0], text[1], text[2], escaped, octal);
    printf("%d\n", "abc" == "abd");
    char *compare = "x";
    if (compare == "y") puts("never");
}
