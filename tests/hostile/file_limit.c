// One file beyond the limit of the folder, by writing, by reserving, and with the signal for it ignored.
// row: R10
// expect: ok | memory_limit | runtime_error
// limits: {"memory_bytes": 268435456}
// within: 9000
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char block[1 << 20];

int main(void) {
    signal(SIGXFSZ, SIG_IGN);
    memset(block, 7, sizeof block);
    const char *places[] = {"big", "/tmp/big", "/dev/shm/big"};
    for (int place = 0; place < 3; place++) {
        int file = open(places[place], O_CREAT | O_RDWR, 0600);
        if (fallocate(file, 0, 0, 1L << 30) == 0) printf("BRE" "ACH: reserved a gigabyte in %s\n", places[place]);
        if (lseek(file, 1L << 40, SEEK_SET) > 0 && write(file, "x", 1) == 1) printf("BRE" "ACH: wrote far beyond in %s\n", places[place]);
        lseek(file, 0, SEEK_SET);
        long written = 0;
        for (long got; written < 1L << 29 && (got = write(file, block, sizeof block)) > 0;) written += got;
        printf("%s: %ld MiB, then %s\n", places[place], written >> 20, strerror(errno));
        if (written > 80L << 20) printf("BRE" "ACH: %ld MiB in %s\n", written >> 20, places[place]);
        unlink(places[place]);
        close(file);
    }
}
