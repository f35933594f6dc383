// differential: C headers inside a namespace, after their guards are set, add nothing.
// exit: 0
// stdout: "1000 4\n"
#include <iostream>
#include <cstring>
namespace own {
#include <string.h>
#include <cstring>
inline int strlen(const char*) { return 1000; }
}

int main() {
    std::cout << own::strlen("x") << ' ' << ::strlen("four") << '\n';
}
