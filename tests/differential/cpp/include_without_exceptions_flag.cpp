// differential: Without exceptions and type information, which the precompiled header has.
// flags: ["-fno-exceptions", "-fno-rtti"]
// signal: SIGABRT
// stdout: "no exceptions\n"
#include <iostream>
#include <vector>

int main() {
#ifndef __cpp_exceptions
    std::cout << "no exceptions" << std::endl;
#endif
#ifdef __GXX_RTTI
    std::cout << "type information" << std::endl;
#endif
    std::vector<int> v;
    return v.at(3);
}
