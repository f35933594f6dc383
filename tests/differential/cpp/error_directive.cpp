// differential: #error before the header, and the rest is read all the same.
#if !defined(CONTEST)
#error "CONTEST is not defined"
#endif
#include <iostream>
#include <no_such_header>

int main() {
    std::cout << undeclared;
}
