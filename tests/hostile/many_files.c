// Ten million empty files and folders.
// row: R9
// expect: ok | memory_limit | time_limit | runtime_error
// limits: {"wall_time_ms": 3000}
// within: 6000
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void) {
    char name[64];
    for (long number = 0; number < 10000000; number++) {
        snprintf(name, sizeof name, "%ld", number);
        int file = number % 2 ? open(name, O_CREAT | O_WRONLY, 0600) : mkdir(name, 0700);
        if (file < 0) {
            puts("refused");
            return 0;
        }
        if (number % 2) close(file);
    }
    puts("BRE" "ACH: all of them");
}
