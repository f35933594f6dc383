// differential: Indentation that lies, empty bodies, a case that falls through.
// flags: ["-Wextra"]
// exit: 0
// stdout: "always\ntwo\nthree\ndown\ndown\n"
#include <stdio.h>

int main(void) {
    int n = 2;
    if (n > 5)
        puts("more");
        puts("always");
    if (n == 3);
    switch (n) {
    case 2: puts("two");
    case 3: puts("three"); break;
    case 4: break;
    }
    while (n --> 0) puts("down");
}
