// differential: A file larger than the program allows itself.
// signal: SIGXFSZ
// stdout: "10\n"
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

int main(void) {
    struct rlimit limit = {10, 10};
    int file = open("small", O_WRONLY | O_CREAT, 0600);
    setrlimit(RLIMIT_FSIZE, &limit);
    int written = write(file, "0123456789abcdef", 16);
    FILE *out = fdopen(dup(1), "w");
    fprintf(out, "%d\n", written);
    fflush(out);
    return write(file, "x", 1);
}
