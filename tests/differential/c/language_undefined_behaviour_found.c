// differential: The sanitizer of undefined behaviour, which the caller asks for.
// flags: ["-fsanitize=undefined", "-O1", "-w"]
// exit: 0
// stdout: "-2147483648 3\n2\n"
#include <limits.h>
#include <stdio.h>

int main(int argc, char **argv) {
    int n = INT_MAX - 1 + argc;
    n += argc;
    int shift = argc << (argc + 31);
    int list[3] = {1, 2, 3};
    printf("%d %d\n", n, list[argc + 1]);
    printf("%d\n", (shift & 0) + list[argc]);
}
