// differential: _GNU_SOURCE is defined by the compiler, and what it opens is there.
// exit: 0
// stdout: "gnu 1\nWORLD 1 0\n"
#include <iostream>
#include <cstring>
#include <cmath>

int main() {
#ifdef _GNU_SOURCE
    std::cout << "gnu " << _GNU_SOURCE << '\n';
#endif
    std::cout << strcasestr("Hello WORLD", "wor") << ' ' << (M_PI > 3) << ' ' << __GLIBCXX__ % 1 << '\n';
}
