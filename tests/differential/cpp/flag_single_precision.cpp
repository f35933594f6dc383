// differential: Numbers with a point are of single precision.
// flags: ["-fsingle-precision-constant"]
// exit: 0
// stdout: "41\n"
#include <iostream>

int main() {
    double tenth = 0.1;
    std::cout << sizeof(0.1) << (tenth == 0.1f) << '\n';
}
