// differential: Macros with a second meaning: the program's, a header's, the library's.
// exit: 0
// stdout: "6 42 mine\n"
#include <stdio.h>
#include "own.h"
#define LIMIT 5
#define EOF 42
#define __FILE__ "mine"
#undef __LINE__
#define LIMIT 6

int main(void) {
    printf("%d %d %s\n", LIMIT, EOF, __FILE__);
}
