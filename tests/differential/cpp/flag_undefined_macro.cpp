// differential: Macros of the compiler taken away on the command line.
// flags: ["-U__linux__", "-Ulinux", "-U__SIZEOF_INT128__"]
// exit: 0
// stdout: "rest\n"
#include <iostream>

int main() {
#ifdef __linux__
    std::cout << "linux ";
#endif
#ifdef __SIZEOF_INT128__
    std::cout << "int128 ";
#endif
    std::cout << "rest\n";
}
