// differential: Pragmas for the optimiser before the headers, as in contests.
// exit: 0
// stdout: "16\n"
#pragma GCC optimize("O3,unroll-loops")
#pragma GCC target("avx2,bmi,bmi2,popcnt")
#include <bits/stdc++.h>

int main() {
    std::bitset<64> bits(0xff00ff);
    std::cout << bits.count();
#ifdef __AVX2__
    std::cout << " avx2";
#endif
    std::cout << '\n';
}
