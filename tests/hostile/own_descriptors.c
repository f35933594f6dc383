// Its descriptors: 0, 1, 2 and nothing else.
// row: S6
// stage: run | interactive
// expect: ok
// prints: done
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void) {
    for (int descriptor = 0; descriptor < 4096; descriptor++) {
        int open = fcntl(descriptor, F_GETFD) != -1;
        if (open != (descriptor < 3)) printf("BRE" "ACH: descriptor %d\n", descriptor);
        char path[64], target[256] = "";
        snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
        if (!open || readlink(path, target, sizeof target - 1) < 0) continue;
        int harmless = !strncmp(target, "pipe:", 5) || !strncmp(target, "/dev/pts/", 9) || !strcmp(target, "/dev/null");
        // A terminal of the server's own shows by a name that leads nowhere here.
        if (!harmless) printf("BRE" "ACH: descriptor %d is %s\n", descriptor, target);
    }
    puts("done");
}
