// differential: Concepts and coroutines in an older standard, by options.
// flags: ["-fconcepts", "-fcoroutines"]
// exit: 0
// stdout: "coroutines 12\n"
#include <iostream>
#include <type_traits>

template <class T> concept Whole = std::is_integral_v<T>;
template <Whole T> int kind(T) { return 1; }
template <class T> int kind(T) { return 2; }

int main() {
#ifdef __cpp_impl_coroutine
    std::cout << "coroutines ";
#endif
    std::cout << kind(3) << kind(3.5) << '\n';
}
