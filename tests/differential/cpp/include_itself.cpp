// differential: A program that includes itself, until it has had enough.
// exit: 0
// stdout: "43210 12\n"
#include <iostream>
#if __INCLUDE_LEVEL__ < 4
#include __FILE__
template <> struct Level<__INCLUDE_LEVEL__> { static constexpr int value = 10 * Level<__INCLUDE_LEVEL__ + 1>::value + __INCLUDE_LEVEL__; };
#else
template <int n> struct Level { static constexpr int value = n; };
#endif
#if __INCLUDE_LEVEL__ == 0
int main() { std::cout << Level<0>::value << ' ' << __LINE__ << '\n'; }
#endif
