// differential: Long doubles that are no longer than doubles.
// flags: ["-mlong-double-64"]
// exit: 0
// stdout: "853\n"
#include <iostream>
#include <limits>

int main() {
    std::cout << sizeof(long double) << std::numeric_limits<long double>::digits << '\n';
}
