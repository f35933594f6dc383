// A million writes of one byte each.
// row: O2
// expect: ok | output_limit
// truncated: stdout
// within: 9000
#include <unistd.h>

int main(void) {
    for (int number = 0; number < 1000000; number++) write(1, "x", 1);
}
