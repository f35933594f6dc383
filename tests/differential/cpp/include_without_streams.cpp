// differential: Headers that are not precompiled, so nothing is put first, and streams come late by an own file.
// exit: 0
// stdout: "3\nlate\n"
#include <vector>
#include <cstdio>
#if __has_include("main.cpp")
#include <iostream>
#endif

int main() {
    std::vector<int> v(3);
    std::printf("%zu\n", v.size());
    std::cout << "late\n";
}
