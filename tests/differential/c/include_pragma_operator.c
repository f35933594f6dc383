// differential: _Pragma silences a warning where it stands, and not where the macro around it is used too late.
// exit: 0
// stdout: "done\n"
#include <stdio.h>
#define QUIET _Pragma("GCC diagnostic push") _Pragma("GCC diagnostic ignored \"-Wunused-variable\"")
#define AGAIN _Pragma("GCC diagnostic pop")
#define INSIDE(code) QUIET code AGAIN

int main(void) {
    QUIET
    int silent;
    AGAIN
    int loud;
    INSIDE(int inside;)
    puts("done");
}
