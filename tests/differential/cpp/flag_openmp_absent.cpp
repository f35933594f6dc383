// differential: The same pragmas without the option.
// exit: 0
// stdout: "499500\n"
#include <bits/stdc++.h>

int main() {
    long sum = 0;
#pragma omp parallel for reduction(+ : sum)
    for (int i = 0; i < 1000; ++i) sum += i;
    std::cout << sum << '\n';
}
