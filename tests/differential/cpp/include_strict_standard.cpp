// differential: The strict form of the same standard, with fewer macros.
// flags: ["-std=c++17"]
// exit: 0
// stdout: "strict\n201703 0\n"
#include <iostream>

int main() {
#ifdef linux
    std::cout << "linux\n";
#endif
#ifdef __STRICT_ANSI__
    std::cout << "strict\n";
#endif
    std::cout << __cplusplus << ' ' << std::is_integral<__int128>::value << '\n';
}
