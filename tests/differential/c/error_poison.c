// differential: Names that the program forbids itself, some of them the library's.
#include <stdio.h>
#pragma GCC poison gets strcpy secret
#include <string.h>

int main(void) {
    char text[8];
    strcpy(text, "x");
    int secret = 4;
    return secret;
}
