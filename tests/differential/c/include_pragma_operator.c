// differential: _Pragma silences one warning and leaves its twin.
// exit: 0
// stdout: "done\n"
#include <stdio.h>
#define QUIET(code) \
    _Pragma("GCC diagnostic push") _Pragma("GCC diagnostic ignored \"-Wunused-variable\"") code \
    _Pragma("GCC diagnostic pop")

int main(void) {
    QUIET(int silent;)
    int loud;
    puts("done");
}
