// A file whose apparent size is enormous, in the work folder.
// row: R11
// expect: ok | runtime_error | memory_limit
// within: 3000
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

int main(void) {
    signal(SIGXFSZ, SIG_IGN);
    int file = open("sparse", O_CREAT | O_RDWR, 0600);
    for (int bits = 62; bits > 0; bits--)
        if (ftruncate(file, 1L << bits) == 0) break;
    posix_fallocate(file, 0, 1L << 40);
    puts("tried");
}
