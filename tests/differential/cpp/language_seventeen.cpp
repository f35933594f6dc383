// differential: Bindings, if constexpr, folds, deduction guides, inline variables, attributes.
// exit: 0
// stdout: "121 6.5integerpointerotherinttext4\n"
#include <iostream>
#include <map>
#include <tuple>
#include <string>

template <class... T> auto sum(T... values) { return (values + ... + 0); }
template <class T> std::string kind(T) {
    if constexpr (std::is_integral_v<T>) return "integer";
    else if constexpr (std::is_pointer_v<T>) return "pointer";
    else return "other";
}
template <class... F> struct Overloaded : F... { using F::operator()...; };
template <class... F> Overloaded(F...) -> Overloaded<F...>;
namespace a::b { inline int deep = 4; }

int main() {
    std::map<std::string, int> counts{{"x", 1}, {"y", 2}};
    for (auto& [name, count] : counts) count += name[0];
    if (auto [place, made] = counts.insert({"x", 9}); !made) std::cout << place->second << ' ';
    Overloaded f{[](int) { return "int"; }, [](const char*) { return "text"; }};
    auto [i, d] = std::pair(1, 2.5);
    std::cout << sum(1, 2, 3.5) << kind(5) << kind("x") << kind(d) << f(i) << f("x") << a::b::deep << '\n';
}
