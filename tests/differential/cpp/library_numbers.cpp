// differential: Numbers as text and back, limits, complex ones, special functions, rounding.
// exit: 0
// stdout: "31 0.001 0.333333 2.22044604925031e-16\nstoi stoi\n-1 (-1,0) 0.0833333333333333 1.64493406684823\n-0 nan 0 323\n"
#include <cfenv>
#include <cmath>
#include <complex>
#include <iostream>
#include <limits>
#include <string>

int main() {
    std::cout.precision(15);
    std::cout << std::stoi("0x1f", nullptr, 16) << ' ' << std::stod("1e-3x") << ' ' << std::to_string(1.0 / 3) << ' ' << std::numeric_limits<double>::epsilon() << '\n';
    try { std::stoi("99999999999"); } catch (const std::out_of_range& error) { std::cout << error.what() << ' '; }
    try { std::stoi("none"); } catch (const std::invalid_argument& error) { std::cout << error.what() << '\n'; }
    std::complex<double> z(0, 1);
    std::cout << std::exp(z * M_PI).real() << ' ' << std::pow(z, 2) << ' ' << std::beta(2, 3) << ' ' << std::riemann_zeta(2) << '\n';
    std::cout << -0.0 << ' ' << std::nan("") << ' ' << 1 / std::numeric_limits<double>::infinity() << ' ' << std::lround(2.5) << std::nearbyint(2.5);
    std::fesetround(FE_UPWARD);
    std::cout << std::nearbyint(2.1) << '\n';
}
