// differential: A comment that goes on in the next line takes the header with it.
// exit: 0
// stdout: "not there\n"
// It ends with a backslash \
#include <iostream>
#include <cstdio>

int main() {
#ifdef _GLIBCXX_IOSTREAM
    std::puts("there");
#else
    std::puts("not there");
#endif
}
