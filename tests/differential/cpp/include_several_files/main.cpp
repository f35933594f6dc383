// differential: Three files with headers in different orders.
// exit: 0
// stdout: "6 second\n"
#include <iostream>
#include "parts.h"

int main() {
    std::cout << first() << second() << '\n';
}
