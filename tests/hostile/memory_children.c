// Twenty processes, each below the limit, together far above it.
// row: R2
// expect: memory_limit
// limit: memory
// within: 6000
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    for (int child = 0; child < 20; child++) {
        if (fork() == 0) {
            volatile char *block = malloc(16 << 20);
            for (int at = 0; at < 16 << 20; at += 4096) block[at] = 1;
            for (;;) pause();
        }
    }
    while (wait(0) > 0) {
    }
    for (;;) pause();
}
