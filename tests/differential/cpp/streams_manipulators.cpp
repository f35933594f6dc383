// differential: Formats: bases, widths, precisions, flags, booleans, times, money in the plain locale.
// exit: 0
// stdout: "0xff0XFF010+5|42    |-***42|true\n3.14 2.000 1.235E+04 0X1.999999999999AP-4\n\"a \\\"b\\\"\"1 1.00 3.40E+38 INF0\n2024-01 Sun 1234530\n"
#include <iomanip>
#include <iostream>
#include <limits>
#include <sstream>

int main() {
    std::cout << std::hex << std::showbase << 255 << std::uppercase << 255 << std::oct << 8 << std::dec << std::showpos << 5 << std::noshowpos << '|';
    std::cout << std::setw(6) << std::left << 42 << '|' << std::setw(6) << std::internal << std::setfill('*') << -42 << '|' << std::boolalpha << true << '\n';
    std::cout << std::setprecision(3) << 3.14159 << ' ' << std::fixed << 2.0 << ' ' << std::scientific << 12345.678 << ' ' << std::hexfloat << 0.1 << std::defaultfloat << '\n';
    std::cout << std::quoted("a \"b\"") << 1.0 << ' ' << std::showpoint << 1.0 << ' ' << std::numeric_limits<float>::max() << ' ' << 1e300 * 1e10 << (void*)nullptr << '\n';
    std::tm tm{};
    tm.tm_year = 124;
    std::cout << std::put_time(&tm, "%Y-%m %a") << ' ' << std::put_money("12345") << std::nouppercase << std::cout.precision() << std::cout.width() << '\n';
}
