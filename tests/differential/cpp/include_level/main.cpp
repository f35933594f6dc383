// differential: __INCLUDE_LEVEL__, __FILE__ and __BASE_FILE__ at the places where headers are included.
// exit: 0
// stdout: "0main.cppmain.cpp\n1deep/one.hmain.cpp\n2deep/two.htwo.h\n"
#include <iostream>
#include "deep/one.h"

int main() {
    std::cout << __INCLUDE_LEVEL__ << __FILE__ << __BASE_FILE__ << '\n' << one << '\n' << two << '\n';
}
