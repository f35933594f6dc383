// differential: Zero bytes, control characters and UTF-8 pass unchanged.
// stdin: "a\u0000b\r\n\u001a\u0004é☃\t\u007f"
// exit: 0
// stdout: "14 61 00 62 0d 0a 1a 04 c3 a9 e2 98 83 09 7f 1\n"
#include <stdio.h>
#include <string.h>

int main(void) {
    unsigned char bytes[64];
    size_t size = fread(bytes, 1, sizeof bytes, stdin);
    printf("%zu", size);
    for (size_t i = 0; i < size; i++) printf(" %02x", bytes[i]);
    printf(" %zu\n", strlen((char *)bytes));
}
