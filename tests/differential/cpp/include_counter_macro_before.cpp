// differential: __COUNTER__ inside a macro that is defined before the header and used behind it.
// exit: 0
// stdout: "122\n"
#define PASTE_(a, b) a##b
#define PASTE(a, b) PASTE_(a, b)
#define UNIQUE PASTE(unique_, __COUNTER__)
#include <iostream>
#include <vector>

int UNIQUE = 1, UNIQUE = 2;

int main() {
    std::cout << unique_0 << unique_1 << __COUNTER__ << '\n';
}
