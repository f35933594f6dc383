// differential: Messages as JSON, with a place in the library.
// flags: ["-fdiagnostics-format=json"]
#include <iostream>

struct Nothing {};

int main() {
    std::string text = 5;
    std::getline(std::cin, Nothing());
}
