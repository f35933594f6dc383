// differential: Pragmas behind the headers.
// exit: 0
// stdout: "5050\n"
#include <iostream>
#pragma GCC push_options
#pragma GCC optimize("O0")
static int slow(int n) { return n ? n + slow(n - 1) : 0; }
#pragma GCC pop_options
#pragma GCC diagnostic ignored "-Wunused-variable"

int main() {
    int unused;
    std::cout << slow(100) << '\n';
}
