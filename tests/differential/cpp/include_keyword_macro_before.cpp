// differential: A keyword taken away before the header changes the header too, and the precompiled one does not fit.
// exit: 0
// stdout: "42\n"
#define explicit
#include <iostream>
#include <memory>

int main() {
    bool good = std::cout;
    std::unique_ptr<int> pointer = new int(41);
    std::cout << *pointer + good << '\n';
}
