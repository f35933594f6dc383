// differential: The program specialises what only the bodies of the library's functions use, which the compiler comes to at the end.
// exit: 0
// stdout: "7 7\n"
#include <iostream>
#include <string>

template <>
inline void std::u16string::_S_copy(char16_t* to, const char16_t*, std::size_t count) {
    while (count-- > 0) *to++ = 7;
}

int main() {
    using namespace std::literals;
    const std::u16string text = u"ab"s;
    std::cout << int(text[0]) << ' ' << int(text[1]) << '\n';
}
