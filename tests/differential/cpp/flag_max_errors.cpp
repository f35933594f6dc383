// differential: Two errors at most, by the caller's option.
// flags: ["-fmax-errors=2"]
#include <iostream>

int main() {
    one, two;
    three;
    four;
}
