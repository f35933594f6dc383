// differential: Warnings in own headers behind the precompiled one.
// exit: 0
// stdout: "1\n"
#include <iostream>
#include "one.h"

int main() {
    std::cout << one(1) << '\n';
}
