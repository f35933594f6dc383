// differential: Unused variables, functions, types and results.
// exit: 0
// stdout: "ran\n"
#include <iostream>
#include <string>

static void never_called() {}
[[nodiscard]] static int important() { return 1; }

int main() {
    int unused = 3, set;
    set = 4;
    std::string no_warning;
    typedef int local;
    [[maybe_unused]] int silent;
    important();
    1 + 2;
    std::cout << "ran\n";
}
