// differential: "and" and "or" as ordinary names.
// flags: ["-fno-operator-names"]
// exit: 0
// stdout: "3\n"
#include <iostream>

int main() {
    int and = 1, or = 2;
    std::cout << and + or << '\n';
}
