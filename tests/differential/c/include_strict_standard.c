// differential: With a strict standard the names beyond ISO C are not declared.
// flags: ["-std=c11"]
// exit: 0
// stdout: "strict\n__linux__\n201112\n"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
#ifdef M_PI
    puts("M_PI");
#endif
#ifdef __STRICT_ANSI__
    puts("strict");
#endif
#ifdef _DEFAULT_SOURCE
    puts("default source");
#endif
#ifdef linux
    puts("linux");
#endif
#ifdef __linux__
    puts("__linux__");
#endif
    printf("%ld\n", __STDC_VERSION__);
}
