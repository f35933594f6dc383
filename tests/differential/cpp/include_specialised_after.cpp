// differential: The program specialises what the library's own functions use, behind the header.
#include <iostream>

namespace __gnu_cxx {
template <>
inline int __stoa<long, int, char, int>(long (*)(const char*, char**, int), const char*, const char*, std::size_t*, int) {
    return 7;
}
}  // namespace __gnu_cxx

int main() { std::cout << std::stoi("5") << '\n'; }
