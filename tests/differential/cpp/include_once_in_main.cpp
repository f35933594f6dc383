// differential: #pragma once in the main file makes the compiler speak.
// exit: 0
// stdout: "3\n"
#include <iostream>
#pragma once
#pragma GCC system_header
#include_next <vector>

int main() {
    int unused;
    std::cout << std::vector<int>(3).size() << '\n';
}
