// differential: An own header with an error stands before the library's.
#include "broken.h"
#include <iostream>

int main() {
    std::cout << sizeof(Broken) << '\n';
}
