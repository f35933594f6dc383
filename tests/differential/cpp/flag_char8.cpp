// differential: A type of its own for UTF-8, before its standard.
// flags: ["-fchar8_t"]
// exit: 0
// stdout: "char8_t 16\n1\n"
#include <iostream>

int main() {
#ifdef __cpp_char8_t
    std::cout << "char8_t " << sizeof(std::u8string_view) << '\n';
#endif
    std::cout << std::is_same_v<decltype(u8"x"), const char8_t(&)[2]> << '\n';
}
