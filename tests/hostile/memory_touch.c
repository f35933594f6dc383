// Allocates and touches without end.
// row: R2
// expect: memory_limit
// limit: memory
// within: 5000
#include <stdlib.h>
#include <string.h>

int main(void) {
    for (;;) {
        char *block = malloc(1 << 20);
        if (block) memset(block, 1, 1 << 20);
    }
}
