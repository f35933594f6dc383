// differential: A higher level of optimisation, and instructions the header was not compiled for.
// flags: ["-O3", "-march=x86-64-v2", "-g"]
// exit: 0
// stdout: "332833500 4 sse4.2\n"
#include <bits/stdc++.h>

int main() {
    std::vector<unsigned> v(1000);
    std::iota(v.begin(), v.end(), 0u);
    std::cout << std::inner_product(v.begin(), v.end(), v.begin(), 0u) << ' ' << __builtin_popcount(v[77]);
#ifdef __SSE4_2__
    std::cout << " sse4.2";
#endif
    std::cout << '\n';
}
