// differential: Output that nobody can take: the errors of printf and fflush.
// exit: 0
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void) {
    close(1);
    int printed = printf("lost\n"), flushed = fflush(stdout);
    fprintf(stderr, "%d %s %d\n", printed < 0 || flushed < 0, strerror(errno), ferror(stdout) != 0);
    FILE *full = fopen("/dev/full", "w");
    if (!full) return fprintf(stderr, "no /dev/full: %s\n", strerror(errno)) < 0;
    fputs("text", full);
    int closed = fclose(full);
    fprintf(stderr, "%d %s\n", closed, strerror(errno));
}
