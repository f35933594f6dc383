// differential: Own files included in a function and in an initialiser.
// exit: 0
// stdout: "343\n"
#include <iostream>

static const char* const words[] = {
#include "words.inc"
};

int main() {
    int count = 0;
#include "body.inc"
    std::cout << count << '\n';
}
