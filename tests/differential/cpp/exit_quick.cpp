// differential: quick_exit and _Exit skip the globals.
// exit: 4
// stdout: "quick\n"
#include <cstdlib>
#include <iostream>

struct Said { ~Said() { std::cout << "never\n" << std::flush; } } said;

int main() {
    std::at_quick_exit([] { std::cout << "quick" << std::endl; });
    std::atexit([] { std::cout << "never\n"; });
    std::quick_exit(4);
}
