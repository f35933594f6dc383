// differential: Headers named by macros, found by conditions.
// exit: 0
// stdout: "201606 4\nversion\n"
#define STREAMS <iostream>
#if __has_include(<optional>) && !__has_include(<no_such_header>)
#include <optional>
#endif
#include STREAMS

int main() {
#ifdef __cpp_lib_optional
    std::cout << __cpp_lib_optional << ' ' << std::optional<int>(4).value() << '\n';
#endif
#if __has_include(<version>)
    std::cout << "version\n";
#endif
}
