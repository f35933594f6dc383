// differential: An option the compiler does not know, and one that it only warns about.
// flags: ["-fno-such-option", "-Wold-style-definition"]
#include <iostream>

int main() {
    std::cout << "never\n";
}
