// differential: Optimisation changed by a pragma before the headers and for one function.
// exit: 0
// stdout: "332833500 4950 6\n"
#pragma GCC optimize("O3", "unroll-loops")
#pragma GCC target("sse4.2")
#include <stdio.h>
#include <string.h>

__attribute__((optimize("O0"))) static int slow(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) sum += i;
    return sum;
}

int main(void) {
    unsigned sum = 0;
    for (unsigned i = 0; i < 1000; i++) sum += i * i;
#ifdef __SSE4_2__
    printf("%u %d %zu\n", sum, slow(100), strlen("sse4.2"));
#endif
}
