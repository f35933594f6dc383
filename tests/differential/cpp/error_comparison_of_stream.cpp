// differential: A comparison without brackets compares the stream, behind a warning.
#include <iostream>

int main() {
    int a = 5, b = 3;
    std::cout << (a & b == 1) << '\n';
    std::cout << a < b;
    std::cout << '\n' << a + b << 1 << '\n';
    if (a = b) std::cout << "assigned\n";
    a == b;
}
