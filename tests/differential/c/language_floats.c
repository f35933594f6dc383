// differential: Numbers printed, read, rounded in four ways, and the exceptions they raise.
// exit: 0
// stdout: "1 0\n0.33333333333333331 2 -2 | 0.33333333333333338 3 -3 | 0.33333333333333331 2 -2 | 0.33333333333333331 2 -2 | \n1 1 1\ninf INF nan 0x1.999999999999ap-4 5.562685e-309 0 0.100000000000000005551115123126\n0xa.aaaaaaaaaaaaaabp-5 1.18973e+4932 1.23e+06 2.00 12\n"
#include <fenv.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    static const int modes[] = {FE_TONEAREST, FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO};
    printf("%d %x\n", fegetround() == FE_TONEAREST, fetestexcept(FE_ALL_EXCEPT));
    for (int i = 0; i < 4; i++) {
        volatile double one = 1, three = 3;
        fesetround(modes[i]);
        printf("%.17g %g %g | ", one / three, rint(2.5), rint(-2.5));
    }
    fesetround(FE_TONEAREST);
    volatile double zero = 0, big = DBL_MAX;
    feclearexcept(FE_ALL_EXCEPT);
    volatile double inf = 1 / zero, more = big * 2, nan = zero / zero;
    printf("\n%d %d %d\n", !!fetestexcept(FE_DIVBYZERO), !!fetestexcept(FE_OVERFLOW), !!fetestexcept(FE_INVALID));
    printf("%f %F %g %a %e %.0f %.30f\n", inf, more, fabs(nan), 0.1, DBL_MIN / 4, 0.5, 0.1);
    printf("%La %Lg %.3g %#.3g %g\n", 1.0L / 3, LDBL_MAX, 1234567.0, 2.0, strtod("0x1.8p3junk", NULL));
}
