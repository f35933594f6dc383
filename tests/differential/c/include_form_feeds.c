// differential: Form feeds and vertical white space between the parts.
// exit: 0
// stdout: "8\n"

#include <stdio.h>

int main(void) {
    printf("%d\n", __LINE__);
}
