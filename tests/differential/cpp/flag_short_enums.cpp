// differential: Enumerations as small as they can be.
// flags: ["-fshort-enums"]
// exit: 0
// stdout: "14\n"
#include <iostream>

enum Small { one };

int main() {
    std::cout << sizeof(Small) << sizeof(std::ios_base::seekdir) << '\n';
}
