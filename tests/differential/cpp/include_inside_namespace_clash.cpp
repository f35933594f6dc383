// differential: A C header inside a namespace brings names into it, and an own function collides, with notes into the library.
#include <iostream>
namespace own {
#include <stdlib.h>
inline int abs(int x) { return x < 0 ? 1000 : x; }
}

int main() {
    std::cout << own::abs(-5) << std::abs(-5) << '\n';
}
