// differential: Macros of the library redefined, with a note of the first place, deep in its headers.
// exit: 0
// stdout: "7752\n"
#include <iostream>
#include <climits>
#define EOF 77
#define INT_MAX 5
#define _GLIBCXX_IOSTREAM 2
#define NULL 0
#define _GLIBCXX_USE_NOEXCEPT nothing

int main() {
    std::cout << EOF << INT_MAX << _GLIBCXX_IOSTREAM << '\n';
}
