// differential: Options for functions behind the headers: whatever they mean for the library's own, they mean it warm and cold.
// exit: 0
// stdout: "0.76519768655796661 1.6449340668482264 0.66666666666666663\n6 0.78539816339744839\n"
#include <bits/stdc++.h>
#pragma GCC optimize("Ofast")
#pragma GCC target("sse4.2")

int main(int count, char**) {
    std::cout << std::setprecision(17) << std::cyl_bessel_j(count - 1.0, count) << ' ' << std::riemann_zeta(2.0 * count) << ' '
              << std::beta(1.5 * count, 1.0) << '\n';
    std::vector<int> numbers{1, 2, 3};
    std::cout << std::accumulate(numbers.begin(), numbers.end(), 0) << ' ' << std::ellint_1(0.0, count * 0.78539816339744828) << '\n';
}
