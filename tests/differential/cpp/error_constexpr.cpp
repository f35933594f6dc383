// differential: What is not constant, with the reasons inside the functions.
#include <array>
#include <iostream>

constexpr int divide(int a, int b) { return a / b; }
constexpr int at(int i) { std::array<int, 3> list{1, 2, 3}; return list[i]; }
constexpr int endless(int n) { return n ? endless(n) : 0; }

int main(int argc, char**) {
    constexpr int a = divide(1, 0);
    constexpr int b = at(7);
    constexpr int c = argc;
    constexpr int d = endless(1);
    static_assert(divide(6, 3) == 3, "two");
    int list[divide(0, 1) - 1];
    std::cout << a << b << c << d;
}
