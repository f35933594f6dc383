// Types into whatever terminal it finds.
// row: K7
// stage: run | interactive | compile
// expect: ok | forbidden_call
#include <fcntl.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <termios.h>

int main(void) {
    int descriptors[] = {0, 1, 2, open("/dev/tty", O_RDWR), open("/dev/console", O_RDWR), open("/dev/tty1", O_RDWR)};
    for (int descriptor = 0; descriptor < 6; descriptor++) {
        char key = 'x', code = 3;
        if (ioctl(descriptors[descriptor], TIOCSTI, &key) == 0) puts("BRE" "ACH: TIOCSTI");
        if (ioctl(descriptors[descriptor], (1UL << 32) | TIOCSTI, &key) == 0) puts("BRE" "ACH: TIOCSTI, wide");
        if (ioctl(descriptors[descriptor], TIOCLINUX, &code) == 0) puts("BRE" "ACH: TIOCLINUX");
    }
    puts("done");
}
