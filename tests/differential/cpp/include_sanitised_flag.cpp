// differential: Code that reports undefined behaviour, by the caller's option.
// flags: ["-fsanitize=undefined", "-w"]
// exit: 0
// stdout: "-2147483648\n1\n0\n"
#include <iostream>
#include <climits>

int main(int argc, char**) {
    int n = INT_MAX;
    n += argc;
    std::cout << n << '\n';
    bool odd;
    *reinterpret_cast<unsigned char*>(&odd) = 6 + argc;
    std::cout << (argc == 5 ? 2 : odd ? 1 : 0) << '\n';
    int shift = 31 + argc;
    std::cout << ((1 << shift) & 0) << '\n';
}
