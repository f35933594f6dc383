// Counts how many children it gets: with 16 allowed, fewer than 16.
// row: P1
// expect: ok
// prints: refused below the limit
// limits: {"processes": 16}
#include <stdio.h>
#include <unistd.h>

int main(void) {
    for (int children = 0; children < 64; children++) {
        int child = fork();
        if (child == 0) pause();
        if (child < 0) {
            puts(children < 16 ? "refused below the limit" : "BRE" "ACH: refused too late");
            return 0;
        }
    }
    puts("BRE" "ACH: never refused");
}
