// differential: "typeof" and "asm" as ordinary names.
// flags: ["-fno-gnu-keywords", "-fno-asm"]
// exit: 0
// stdout: "3\n"
#include <iostream>

int main() {
    int typeof = 3;
    std::cout << typeof << '\n';
}
