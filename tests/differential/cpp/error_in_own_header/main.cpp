// differential: Errors in own headers, with types of the library, and the chain of includes.
#include <iostream>
#include "outer.h"

int main() {
    std::cout << inner(Shape{}) << outer("x") << '\n';
}
