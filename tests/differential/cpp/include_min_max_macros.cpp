// differential: Macros called min and max, before the standard headers that take them away.
// exit: 0
// stdout: "34\n"
#define min(a, b) ((a) < (b) ? (a) : (b))
#define max(a, b) ((a) > (b) ? (a) : (b))
#include <iostream>
#include <vector>

int main() {
#ifdef min
    std::cout << "min is a macro\n";
#endif
#ifdef max
    std::cout << "max is a macro\n";
#endif
    std::cout << std::min(3, 4) << std::max(3, 4) << '\n';
}
