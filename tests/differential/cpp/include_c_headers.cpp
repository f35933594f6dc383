// differential: Headers of C in C++, in both forms, with and without the namespace.
// exit: 0
// stdout: "1 1.5 3\n1.5 2.5\n5\n"
#include <stdio.h>
#include <cstring>
#include <math.h>
#include <iostream>
#include <stdlib.h>
#include <complex.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <iso646.h>

int main() {
    printf("%zu %g %d\n", strlen("x"), std::sqrt(2.25), abs(-3));
    std::printf("%g %g\n", fabs(-1.5f), abs(-2.5));
#ifdef complex
    puts("complex is a macro");
#endif
#ifdef bool
    puts("bool is a macro");
#endif
    std::cout << std::abs(std::complex<double>(3, 4)) << std::endl;
}
