// differential: Facets: own numbers, characters, comparisons.
// exit: 0
// stdout: "1.234.567 1.234,5 1234567X\n11C.UTF-8\n"
#include <iostream>
#include <locale>
#include <sstream>

struct Grouped : std::numpunct<char> {
    char do_thousands_sep() const override { return '.'; }
    char do_decimal_point() const override { return ','; }
    std::string do_grouping() const override { return "\3"; }
};

int main() {
    std::ostringstream out;
    out.imbue(std::locale(std::locale(), new Grouped));
    out << 1234567 << ' ' << 1234.5;
    std::cout << out.str() << ' ' << 1234567 << std::toupper('x', std::locale()) << '\n';
    std::locale environment("");
    auto& collate = std::use_facet<std::collate<char>>(environment);
    std::string a = "a", b = "B";
    std::cout << collate.compare(&a[0], &a[0] + 1, &b[0], &b[0] + 1) << std::has_facet<Grouped>(out.getloc()) << environment.name() << '\n';
}
