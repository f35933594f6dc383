// differential: The header that includes all the others, after some of them and after a macro.
// exit: 0
// stdout: "3 1\n1\n"
#include <cstdio>
#include <iostream>
#define LOCAL 1
#include <bits/stdc++.h>

int main() {
    std::set<int> numbers{3, 1, 2};
    std::printf("%zu %d\n", numbers.size(), LOCAL);
    std::cout << *numbers.begin() << '\n';
}
