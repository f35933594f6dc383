// differential: optional, variant, any, views of texts, from_chars and to_chars.
// exit: 0
// stdout: "742323.5\nbad optional access\nstd::get: wrong index for variant\nbad any_cast\n12500rest00.300000000000000045e3\n"
#include <any>
#include <charconv>
#include <iostream>
#include <optional>
#include <string_view>
#include <variant>

int main() {
    std::optional<int> none, some = 4;
    std::variant<int, double, std::string> value = "text";
    std::any any = 3.5;
    std::cout << none.value_or(7) << *some << value.index() << std::visit([](auto& x) { return sizeof x; }, value) << std::any_cast<double>(any) << '\n';
    try { std::cout << none.value(); } catch (const std::bad_optional_access& error) { std::cout << error.what() << '\n'; }
    try { std::get<0>(value); } catch (const std::bad_variant_access& error) { std::cout << error.what() << '\n'; }
    try { std::any_cast<int>(any); } catch (const std::bad_any_cast& error) { std::cout << error.what() << '\n'; }
    char text[40];
    double parsed;
    std::string_view number = "12.5e3rest";
    auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), parsed);
    auto out = std::to_chars(text, text + 40, 0.1 + 0.2);
    std::cout << parsed << end << int(error) << std::string_view(text, out.ptr - text) << number.substr(3, 3) << '\n';
}
