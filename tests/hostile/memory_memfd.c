// Memory files, which count as memory wherever they are allowed.
// row: R2
// expect: memory_limit | runtime_error
// within: 8000
#define _GNU_SOURCE
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static char block[1 << 20];

int main(void) {
    memset(block, 1, sizeof block);
    for (;;) {
        int file = memfd_create("hog", 0);
        if (file < 0) return 9;
        for (int megabyte = 0; megabyte < 64; megabyte++) write(file, block, sizeof block);
    }
}
