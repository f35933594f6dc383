// differential: What a newer standard has and this one not.
#include <iostream>
#include <compare>
#include <ranges>
#include <format>

template <class T> concept Number = std::is_arithmetic_v<T>;
struct Point { int x; auto operator<=>(const Point&) const = default; };

int main() {
    std::cout << std::format("{}", 3);
    for (int i : std::views::iota(0, 3)) std::cout << i;
    auto f = []<class T>(T x) { return x; };
    Point p{.x = 3};
    co_return 4;
    std::cout << std::numbers::pi << std::ssize("x") << consteval_;
}
