// differential: Endings of numbers that the compiler would keep for itself.
// flags: ["-fno-ext-numeric-literals"]
// exit: 0
// stdout: "46\n"
#include <iostream>

constexpr int operator""_x(unsigned long long n) { return n; }
constexpr int operator""i(unsigned long long n) { return n + 1; }

int main() {
    std::cout << 4_x << 5i << '\n';
}
