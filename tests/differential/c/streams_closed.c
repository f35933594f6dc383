// differential: Descriptors closed and opened again get the lowest numbers.
// exit: 0
// stdout: "3 0 1 4 1 14 into the file\n-1\n"
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(void) {
    int saved = dup(1);
    close(0), close(1);
    int a = open("/dev/null", O_RDONLY), b = open("new", O_RDWR | O_CREAT, 0600), c = open("/dev/null", O_RDONLY);
    printf("into the file\n");
    fflush(stdout);
    char text[32] = "";
    ssize_t got = pread(1, text, sizeof text - 1, 0);
    int moved = dup2(saved, 1);
    printf("%d %d %d %d %d %zd %s%d\n", saved, a, b, c, moved, got, text, getchar());
}
