// differential: Private members of the library's classes, open to all.
// flags: ["-fno-access-control"]
// exit: 0
// stdout: "5\n"
#include <iostream>

int main() {
    std::cin._M_gcount = 5;
    std::cout << std::cin.gcount() << '\n';
}
