// Writes errors without end.
// row: O1
// expect: output_limit
// limit: output
// truncated: stderr
// within: 5000
#include <stdio.h>

int main(void) {
    for (;;) fputs("an error that never ends to come\n", stderr);
}
