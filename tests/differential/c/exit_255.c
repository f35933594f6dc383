// differential: The largest code, by exit() in a function.
// exit: 255
// stdout: ""
#include <stdlib.h>

__attribute__((noinline)) static void give_up(int depth) {
    if (depth == 0) exit(-1);
    give_up(depth - 1);
}

int main(void) {
    give_up(10);
    return 0;
}
