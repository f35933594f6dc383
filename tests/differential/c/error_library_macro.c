// differential: Errors whose place is a macro of the library's headers.
#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

struct s { int x; };

int main(void) {
    struct s s = {1};
    assert(s);
    errno = s;
    if (WIFEXITED(s)) puts("x");
    EXIT_FAILURE = 4;
    NULL = 3;
    EOF++;
    return 0;
}
