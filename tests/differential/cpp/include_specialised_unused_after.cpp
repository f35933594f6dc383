// differential: The program specialises members of the library that nothing has used, behind the header.
// exit: 0
// stdout: "every one is found\n"
#include <iostream>
#include <string>

struct Letter {
    unsigned char value;
};
static bool operator==(const Letter& a, const Letter& b) { return a.value == b.value; }

template <>
struct std::char_traits<Letter> {
    using char_type = Letter;
    static std::size_t length(const Letter* text) {
        std::size_t count = 0;
        while (text[count].value != 0) ++count;
        return count;
    }
};

template <>
std::size_t std::basic_string_view<Letter>::find(Letter, std::size_t) const noexcept {
    return 42;
}

int main() {
    const Letter text[] = {{'a'}, {0}};
    std::basic_string_view<Letter> view(text);
    std::cout << (view.find(Letter{'z'}, 0) == 42 && view[0] == Letter{'a'} ? "every one is found" : "no") << '\n';
}
