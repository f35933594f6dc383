// differential: Only the first error, by the caller's option, with its notes into the library.
// flags: ["-Wfatal-errors"]
#include <iostream>

struct Thing {};

int main() {
    std::cout << Thing();
    undeclared;
}
