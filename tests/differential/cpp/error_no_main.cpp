// differential: No main, or one in a namespace.
#include <iostream>

namespace program {
int main() {
    std::cout << "never\n";
    return 0;
}
}
