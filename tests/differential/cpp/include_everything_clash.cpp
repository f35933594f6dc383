// differential: Headers of C that define macros like the library's names, before the header that includes all.
// exit: 0
// stdout: "00221\n"
#include <complex.h>
#include <math.h>
#include <sys/param.h>
#include <setjmp.h>
#include <assert.h>
#include <bits/stdc++.h>

int main() {
    std::cout << isnan(0.0) << std::isinf(1.0) << MIN(2, 3) << std::complex<double>(1, 2).imag() << signbit(-1.0) << '\n';
}
