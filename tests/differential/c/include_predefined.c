// differential: The compiler's own macros.
// exit: 0
#include <stdio.h>
#define SHOW(name) printf("%s %ld\n", #name, (long)name)

int main(void) {
    SHOW(__STDC__), SHOW(__STDC_VERSION__), SHOW(__STDC_HOSTED__), SHOW(__GNUC__), SHOW(__OPTIMIZE__);
    SHOW(__CHAR_BIT__), SHOW(__SIZEOF_LONG__), SHOW(__BYTE_ORDER__), SHOW(__GLIBC__), SHOW(__GLIBC_MINOR__);
    SHOW(_REENTRANT), SHOW(__ELF__), SHOW(__LP64__), SHOW(__FINITE_MATH_ONLY__);
#ifdef __PIC__
    SHOW(__PIC__);
#endif
#ifdef __PIE__
    SHOW(__PIE__);
#endif
#ifdef __NO_INLINE__
    SHOW(__NO_INLINE__);
#endif
    printf("%s %d\n", __VERSION__, __DATE__[0] != 0 && sizeof __TIME__ == 9);
}
