// differential: _Generic, type-generic mathematics and complex numbers.
// exit: 0
// stdout: "int char float double complex double complex double\n5 0 -1.000 double\n0+1i 2\n"
#include <complex.h>
#include <stdio.h>
#include <tgmath.h>

#define KIND(x) _Generic((x), float: "float", double: "double", long double: "long double", float complex: "float complex", \
    double complex: "double complex", char: "char", int: "int", default: "other")

int main(void) {
    double complex z = 3 + 4 * I;
    float f = 2;
    printf("%s %s %s %s %s %s\n", KIND('a'), KIND((char)'a'), KIND(sqrt(f)), KIND(sqrt(z)), KIND(f * z), KIND(sqrt(2L)));
    printf("%g %g %.3f %s\n", fabs(z), carg(z * conj(z)), creal(cexp(I * M_PI)), KIND(fabs(z)));
    double complex root = csqrt(-1 + 0 * I);
    printf("%g%+gi %g\n", creal(root), cimag(root), cimag(z / (1 - 2 * I)));
}
