// differential: A global that writes before the streams are constructed.
// signal: SIGSEGV
// stdout: ""
#include <ostream>
struct Early { Early(); };
static Early early;
#include <iostream>
Early::Early() { std::cout << "too early\n"; }

int main() {
    std::cout << "never\n";
}
