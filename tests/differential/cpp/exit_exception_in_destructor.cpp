// differential: A second exception while the first one is under way.
// signal: SIGABRT
// stdout: "first\n"
#include <iostream>

struct Bad { ~Bad() noexcept(false) { throw 2; } };

int main() {
    try {
        Bad bad;
        std::cout << "first" << std::endl;
        throw 1;
    } catch (int) {
        std::cout << "never\n";
    }
}
