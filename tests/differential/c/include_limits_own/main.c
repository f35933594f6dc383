// differential: The compiler's own <limits.h> goes on to the next one, which is the program's file of that name.
// exit: 0
// stdout: "8 5\n"
#include <limits.h>
#include <stdio.h>

int main(void) {
    printf("%d %d\n", CHAR_BIT, OWN);
}
