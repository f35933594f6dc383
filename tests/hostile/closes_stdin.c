// Closes its input at once and stays.
// row: O3
// expect: ok
// prints: done
// stdin: never read
#include <stdio.h>
#include <unistd.h>

int main(void) {
    close(0);
    usleep(200000);
    puts("done");
}
