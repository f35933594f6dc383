// differential: Functions of C declared and defined in other files.
// exit: 0
// stdout: "40X 12\n"
#include <iostream>
extern "C" {
#include "plain.h"
#include <ctype.h>
}

int main() {
    std::cout << plain(4) << (char)toupper('x') << ' ' << overloaded(1) << overloaded('1') << '\n';
}
