// differential: A file that calls itself a system header gets no warnings.
// exit: 0
// stdout: "main.cpp10\n"
#include <iostream>
# 1 "invented.h" 1 3
static int never_used() { int unused; return 1; }
# 7 "main.cpp" 2
static int also_never_used() { return 2; }

int main() {
    std::cout << __FILE__ << __LINE__ << '\n';
}
