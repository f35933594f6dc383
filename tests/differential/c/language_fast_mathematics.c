// differential: -Ofast changes how numbers below the normal ones are treated, from the start of the program.
// flags: ["-Ofast", "-march=x86-64-v2", "-funroll-loops"]
// exit: 0
// stdout: "1 333328378934752 fast\n"
#include <float.h>
#include <stdio.h>

int main(void) {
    volatile double small = DBL_MIN;
    volatile double smaller = small / 4;
    unsigned long sum = 0;
    for (unsigned long i = 0; i < 100000; i++) sum += i * i ^ i;
    printf("%d %lu", smaller == 0, sum);
#ifdef __FAST_MATH__
    printf(" fast");
#endif
    puts("");
}
