// Twenty processes, each below the limit, together far above it.
// expect: memory_limit
// limit: memory
// within: 6000
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    for (int child = 0; child < 20; child++) {
        if (fork() == 0) {
            memset(malloc(16 << 20), 1, 16 << 20);
            for (;;) pause();
        }
    }
    while (wait(0) > 0) {
    }
    for (;;) pause();
}
