// differential: Writing to a pipe that nobody reads.
// signal: SIGPIPE
// stdout: "before\n"
#include <stdio.h>
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends)) return 1;
    close(ends[0]);
    puts("before");
    fflush(stdout);
    return write(ends[1], "x", 1) == 1;
}
