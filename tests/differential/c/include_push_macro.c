// differential: Macros pushed and popped around others.
// exit: 0
// stdout: "inner outer 77 -1\n"
#include <stdio.h>
#define NAME "outer"
#pragma push_macro("NAME")
#undef NAME
#define NAME "inner"
static const char *inner = NAME;
#pragma push_macro("EOF")
#undef EOF
#define EOF 77
static int other = EOF;
#pragma pop_macro("EOF")
#pragma pop_macro("NAME")

int main(void) {
    printf("%s %s %d %d\n", inner, NAME, other, EOF);
}
