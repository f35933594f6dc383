// differential: Functions that are left out because something does not fit, with the reasons.
#include <iostream>
#include <type_traits>

template <class T> std::enable_if_t<std::is_integral_v<T>> number(T) {}
template <class T> auto size(const T& x) -> decltype(x.size()) { return x.size(); }
template <class T, class = void> struct has_size : std::false_type {};
template <class T> struct has_size<T, std::void_t<decltype(std::declval<T>().size())>> : std::true_type {};

int main() {
    number(2.5);
    size(3);
    static_assert(has_size<std::string>::value, "this holds");
    static_assert(has_size<int>::value, "this does not");
    std::cout << size(std::string("x"));
}
