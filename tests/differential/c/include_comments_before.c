// differential: Comments of both kinds, and an empty directive, before the first include.
// exit: 0
// stdout: "12\n"
/* A comment
   of two lines. */ /* and */ // another
#
# /* nothing */
/**/ # /**/ include /**/ <stdio.h> // the header
%: include <stddef.h>

int main(void) {
    printf("%d\n", __LINE__);
}
