// differential: A byte order mark before everything.
// exit: 0
// stdout: "7 ☃\n"
#include <stdio.h>

int main(void) {
    printf("%d %s\n", __LINE__, "☃");
}
