// differential: Functions of -lm: values, errors, and what only a shared library computes.
// exit: 0
// stdout: "0.479425538604203 0.7937005259841 11.6317283965674\n0.405465108108164 0.520499877813047 2.5\n1 1 -1 1\n0.625 5 0 1.265512123 -1\n1.11022e-16 -1.5 -0.5 -1\n2.718282 1.259921 0\n"
#include <errno.h>
#include <math.h>
#include <stdio.h>

int main(void) {
    volatile double x = 0.5, minus = -1, zero = 0;
    printf("%.15g %.15g %.15g\n", sin(x), pow(x, 1 / 3.0), tgamma(x + 4));
    printf("%.15g %.15g %.15g\n", log1p(x), erf(x), hypot(3 * x, 4 * x));
    errno = 0;
    double wrong = sqrt(minus);
    int first = errno == EDOM;
    double pole = log(zero);
    printf("%d %d %d %d\n", isnan(wrong), first, isinf(pole), errno == ERANGE);
    int exponent, sign = signgam;
    double part = frexp(40.0 * x, &exponent), logarithm = lgamma(-x);
    printf("%g %d %d %.10g %d\n", part, exponent, sign, logarithm, signgam);
    printf("%g %g %g %ld\n", nextafter(x, 1) - x, fmod(-7 * x, 2), remainder(7 * x, 2), lround(-x));
    printf("%.6Lf %.6f %g\n", expl(1.0L), (double)cbrtf(2), fma(x, x, -0.25));
}
