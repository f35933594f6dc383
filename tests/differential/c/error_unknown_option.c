// differential: Options the compiler does not know.
// flags: ["-fno-such-thing", "-Wno-such-warning"]
#include <stdio.h>

int main(void) {
    puts("never");
}
