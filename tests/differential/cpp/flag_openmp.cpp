// differential: Parallel loops by pragmas.
// flags: ["-fopenmp"]
// exit: 0
// stdout: "499500 201511\n"
#include <bits/stdc++.h>

int main() {
    long sum = 0;
#pragma omp parallel for reduction(+ : sum) num_threads(3)
    for (int i = 0; i < 1000; ++i) sum += i;
    std::cout << sum << ' ' << _OPENMP << '\n';
}
