// differential: Standard input by read(), behind and beside stdio.
// stdin: "abcdefghij\nklm"
// exit: 0
// stdout: "a 4 bcde f\nX 8 1 0\n"
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

int main(void) {
    char bytes[64];
    setvbuf(stdin, NULL, _IONBF, 0);
    int c = getchar();
    ssize_t got = read(0, bytes, 4);
    printf("%c %zd %.*s %c\n", c, got, (int)got, bytes, getchar());
    ungetc('X', stdin);
    printf("%c", getchar());
    int rest = 0;
    while ((got = read(0, bytes, sizeof bytes)) > 0) rest += got;
    printf(" %d %d %d\n", rest, getchar() == EOF, (int)read(0, bytes, 1));
}
