// differential: Bit fields without a sign are unsigned.
// flags: ["-funsigned-bitfields"]
// exit: 0
// stdout: "3\n"
#include <iostream>

struct Bits { int two : 2; };

int main() {
    Bits bits{};
    bits.two = 3;
    std::cout << bits.two << '\n';
}
