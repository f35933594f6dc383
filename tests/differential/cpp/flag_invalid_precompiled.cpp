// differential: Warnings about precompiled headers that do not fit, which nobody should see.
// flags: ["-Winvalid-pch", "-O0"]
// exit: 0
// stdout: "no warning\n"
#include <iostream>

int main() {
    std::cout << "no warning\n";
}
