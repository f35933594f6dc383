// differential: Headers chosen by conditions, and parts that are skipped whatever is in them.
// exit: 0
// stdout: "there\n"
#if defined(NOT_DEFINED) || __STDC_VERSION__ < 201112L
#include <no_such_header.h>
#elif 1 + 1 == 2 && !defined EOF
#include <stdio.h>
#else
#error "never"
#endif
#if 0
It's "unterminated here, and nobody minds.
#include "gone.h"
#if 1
#else junk
#endif
#endif

int main(void) {
#ifdef EOF
    puts("there");
#endif
}
