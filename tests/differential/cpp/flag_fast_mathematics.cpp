// differential: Mathematics with fewer rules.
// flags: ["-ffast-math"]
// exit: 0
// stdout: "fast 011\n"
#include <iostream>
#include <cmath>
#include <limits>

int main() {
    volatile double zero = 0;
    double nan = zero / zero;
#ifdef __FAST_MATH__
    std::cout << "fast ";
#endif
    std::cout << std::isnan(nan) << (nan == nan) << std::numeric_limits<double>::has_infinity << '\n';
}
