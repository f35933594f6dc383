// differential: A constructor of a global throws before main.
// signal: SIGABRT
// stdout: ""
#include <iostream>
#include <stdexcept>

struct Global { Global() { throw std::domain_error("before main"); } } global;

int main() {
    std::cout << "never\n";
}
