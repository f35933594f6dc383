// differential: A small limit for templates inside templates.
// flags: ["-ftemplate-depth=30"]
#include <iostream>

template <int n> struct Deep { static constexpr int value = Deep<n - 1>::value + 1; };
template <> struct Deep<0> { static constexpr int value = 0; };

int main() {
    std::cout << Deep<20>::value << '\n';
    std::cout << Deep<60>::value << '\n';
}
