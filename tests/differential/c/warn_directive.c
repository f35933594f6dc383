// differential: #warning, unknown pragmas, text behind directives, comments in comments.
// exit: 0
// stdout: "ran\n"
#include <stdio.h> extra
#warning "said by the program"
#pragma unknown thing
#pragma GCC no_such_thing
#pragma STDC FENV_ACCESS ON
#ifdef NEVER
#endif NEVER
#undef printf now
/* a comment /* in a comment */
#pragma message "a message"
#ident "identified"

int main(void) {
    puts("ran"); // one that goes on \
    puts("never");
}
