// differential: An own header that is not there, asked for by one that is.
#include <iostream>
#include "include/there.h"

int main() {
    std::cout << there << '\n';
}
