// differential: Lines that end with CR LF, one of them continued.
// exit: 0
// stdout: "onetwo 3 11\n"
#include <stdio.h>
#define LONG \
    "one" \
    "two"

int main(void) {
    printf("%s %zu %d\n", LONG, sizeof "a\
b", __LINE__);
}
