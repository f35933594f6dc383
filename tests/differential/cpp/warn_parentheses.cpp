// differential: Streams and operators mixed without brackets.
// exit: 0
// stdout: "81yes\n16\nassigned\nboth\n"
#include <iostream>

int main() {
    int a = 5, b = 3;
    bool c = a & b == 1 || a == 5 && b == 3;
    std::cout << a + b << 1 << (c ? "yes" : "no") << '\n';
    std::cout << (a - 1 << 2) << std::endl;
    if (a = b) std::cout << "assigned\n";
    if (a)
        if (b) std::cout << "both\n";
    else std::cout << "never\n";
    a == b;
}
