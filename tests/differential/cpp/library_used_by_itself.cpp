// differential: What the library's own functions use of its templates: all kinds of texts, numbers in texts, literals, special functions.
// exit: 0
// stdout: "42 -7 1099511627776 3.5 0x1p+3\n12 2.500000 ab\nstoi out_of_range\nstoull invalid_argument\n3 3 3 3 4\n3 3 3 3\nabc def\n1500 90 2\n(1,2)\n0.765197687 1.64493407 0.570796327\n1 1 1 1\n"
#include <bits/stdc++.h>

using namespace std::literals;

template <typename Text>
static auto twice_without_first(Text text) {
    text += text;
    text.erase(0, 1);
    text.insert(text.begin(), text.back());
    return text.substr(0, 3).size();
}

int main() {
    std::size_t end = 0;
    std::cout << std::stoi("42abc", &end) << ' ' << std::stol("-7") << ' ' << std::stoll(L"0x10000000000", nullptr, 16) << ' '
              << std::stod("3.5e0") << ' ' << std::hexfloat << std::stof(L"8") << std::defaultfloat << '\n';
    std::cout << std::to_string(12) << ' ' << std::to_string(2.5) << ' ' << "a"s + 'b' << '\n';
    try {
        std::stoi("99999999999");
    } catch (const std::out_of_range& problem) {
        std::cout << problem.what() << " out_of_range\n";
    }
    try {
        std::stoull("");
    } catch (const std::invalid_argument& problem) {
        std::cout << problem.what() << " invalid_argument\n";
    }
    std::cout << twice_without_first("xyz"s) << ' ' << twice_without_first(L"xyz"s) << ' ' << twice_without_first(u"xyz"s) << ' '
              << twice_without_first(U"xyz"s) << ' ' << std::to_wstring(1234).size() << '\n';
    std::cout << "abc"sv.size() << ' ' << L"abc"sv.size() << ' ' << u"abc"sv.size() << ' ' << U"abc"sv.size() << '\n';
    std::istringstream words("abc def");
    std::string first, second;
    words >> first >> second;
    std::cout << first << ' ' << second << '\n';
    std::cout << std::chrono::milliseconds(1.5s < 2s ? 1500 : 0).count() << ' ' << std::chrono::duration_cast<std::chrono::seconds>(1.5min).count()
              << ' ' << (120min).count() / 60 << '\n';
    std::cout << 1.0 + 2i << '\n';
    std::cout << std::setprecision(9) << std::cyl_bessel_j(0.0, 1.0) << ' ' << std::riemann_zeta(2.0) << ' ' << std::beta(1.5, 1.5) + 0.178097245 << '\n';
    std::cout << (std::hash<std::string>{}("a") == std::hash<std::string_view>{}("a")) << ' ' << (std::hash<double>{}(0.0) == std::hash<double>{}(-0.0))
              << ' ' << (std::hash<std::error_code>{}({}) == std::hash<std::error_code>{}({})) << ' '
              << (std::hash<std::bitset<70>>{}({}) == std::hash<std::bitset<70>>{}({})) << '\n';
}
