// differential: What is computed while compiling, and templates that compute.
// exit: 0
// stdout: "23416728348467685 6 42 0\n"
#include <array>
#include <iostream>
#include <utility>

template <unsigned n> struct Fibonacci { static constexpr unsigned long value = Fibonacci<n - 1>::value + Fibonacci<n - 2>::value; };
template <> struct Fibonacci<1> { static constexpr unsigned long value = 1; };
template <> struct Fibonacci<0> { static constexpr unsigned long value = 0; };
template <std::size_t... i> constexpr auto squares(std::index_sequence<i...>) { return std::array<int, sizeof...(i)>{(i * i)...}; }
constexpr auto primes() {
    std::array<bool, 50> composite{};
    for (int i = 2; i < 50; ++i)
        for (int k = 2 * i; k < 50; k += i) composite[k] = true;
    return composite;
}
constexpr int operator""_twice(unsigned long long x) { return 2 * x; }

int main() {
    constexpr auto list = squares(std::make_index_sequence<6>());
    static_assert(list[5] == 25 && !primes()[47] && primes()[49]);
    std::cout << Fibonacci<80>::value << ' ' << list.size() << ' ' << 21_twice << ' ' << noexcept(primes()) << '\n';
}
