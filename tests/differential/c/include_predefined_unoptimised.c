// differential: The compiler's own macros when the caller turns optimisation off.
// flags: ["-O0"]
// exit: 0
// stdout: "nothing inlined\nsse2\n"
#include <stdio.h>

int main(void) {
#ifdef __OPTIMIZE__
    puts("optimised");
#endif
#ifdef __NO_INLINE__
    puts("nothing inlined");
#endif
#ifdef __FAST_MATH__
    puts("fast");
#endif
#ifdef __SSE2__
    puts("sse2");
#endif
}
