// Its descriptors: 0, 1, 2 and nothing else.
// expect: ok
// prints: done
#include <fcntl.h>
#include <stdio.h>

int main(void) {
    for (int descriptor = 0; descriptor < 4096; descriptor++) {
        int open = fcntl(descriptor, F_GETFD) != -1;
        if (open != (descriptor < 3)) printf("BRE" "ACH: descriptor %d\n", descriptor);
    }
    puts("done");
}
