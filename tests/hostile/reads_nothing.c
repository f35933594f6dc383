// Never reads what it is given.
// expect: ok
// prints: done
// stdin: unread
#include <stdio.h>

int main(void) {
    puts("done");
}
