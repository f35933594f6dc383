// differential: Code for a fixed place.
// flags: ["-fno-pie", "-no-pie"]
// exit: 0
// stdout: "fixed\n"
#include <iostream>

int main() {
#ifdef __PIE__
    std::cout << "movable\n";
#else
    std::cout << "fixed\n";
#endif
}
