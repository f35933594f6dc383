// All 256 byte values, NUL and invalid UTF-8 among them.
// row: O4
// expect: ok
#include <stdio.h>

int main(void) {
    for (int byte = 0; byte < 256; byte++) putchar(byte);
}
