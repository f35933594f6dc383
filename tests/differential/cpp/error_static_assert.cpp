// differential: Assertions of the compiler, of the program and of the library.
#include <iostream>
#include <variant>
#include <tuple>
#include <atomic>

struct Big { int x[100]; std::string text; };

int main() {
    static_assert(sizeof(Big) < 8, "too big");
    static_assert(std::is_same_v<int, long>);
    std::get<5>(std::tuple<int, int>());
    std::get<std::string>(std::variant<int, double>());
    std::atomic<Big> atomic;
    constexpr int n = std::cin.good();
}
