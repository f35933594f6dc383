// Never reads what it is given.
// row: O3
// expect: ok
// prints: done
// stdin: unread
#include <stdio.h>

int main(void) {
    puts("done");
}
