// Writes without end.
// row: O1
// expect: output_limit
// limit: output
// truncated: stdout
// within: 5000
#include <stdio.h>

int main(void) {
    for (;;) puts("a line that never ends to come");
}
