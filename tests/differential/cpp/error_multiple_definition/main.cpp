// differential: A header that defines a function, in two files.
#include <iostream>
#include "defines.h"

int main() {
    std::cout << defined() << '\n';
}
