// A line without an end.
// row: O8
// expect: output_limit
// truncated: stdout
// within: 5000
#include <string.h>
#include <unistd.h>

int main(void) {
    char block[65536];
    memset(block, 'x', sizeof block);
    for (int number = 0; number < 1600; number++) write(1, block, sizeof block);
}
