// differential: Functions of the library that the compiler does not know by heart, and another model of memory.
// flags: ["-fno-builtin", "-fno-strict-aliasing", "-fwrapv", "-mno-red-zone"]
// exit: 0
// stdout: "14\n"
#include <bits/stdc++.h>

int main(int argc, char**) {
    int n = INT_MAX;
    std::cout << (n + argc < n) << strlen("four") << '\n';
}
