// differential: Macros of the program before the header that includes all: debug mode of the library.
// exit: 0
// stdout: "debug 11\n"
#define _GLIBCXX_DEBUG
#include <bits/stdc++.h>

int main() {
    std::vector<int> v{1, 2, 3};
#ifdef _GLIBCXX_DEBUG
    std::cout << "debug " << (sizeof(v) > 24) << (sizeof(v.begin()) > 8) << '\n';
#endif
}
