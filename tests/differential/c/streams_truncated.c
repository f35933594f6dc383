// differential: More output than is kept; the program is not told.
// signal: SIGKILL
#include <stdio.h>

int main(void) {
    for (int i = 0; i < 200000; i++) printf("%06d\n", i);
    fflush(stdout);
    return ferror(stdout);
}
