// differential: The same file is not meant by angle brackets.
// exit: 0
// stdout: "the real one\n"
#include <iostream>

int main() {
    std::cout << "the real one\n";
}
