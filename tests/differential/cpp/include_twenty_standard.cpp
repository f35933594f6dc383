// differential: A newer standard by the caller's option than the one that headers are precompiled for.
// flags: ["-std=c++20"]
// exit: 0
// stdout: "4 8 1 202002\nstrict\n"
#include <iostream>
#include <vector>
#include <concepts>
#include <ranges>

template <std::integral T> T twice(T x) { return 2 * x; }

int main() {
    std::vector<int> v{1, 2, 3, 4};
    for (int x : v | std::views::filter([](int x) { return x % 2 == 0; })) std::cout << twice(x) << ' ';
    std::cout << (1 <=> 2 < 0) << ' ' << __cplusplus << '\n';
#ifdef __STRICT_ANSI__
    std::cout << "strict\n";
#endif
}
