// Closes its streams and works on.
// expect: ok
// exit: 0
#include <unistd.h>

int main(void) {
    close(0);
    close(1);
    close(2);
    volatile long sum = 0;
    for (long number = 0; number < 100000000; number++) sum += number;
    return 0;
}
