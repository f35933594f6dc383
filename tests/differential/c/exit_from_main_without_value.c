// differential: main that returns nothing ends with 0; with a value from a child's status.
// exit: 0
// stdout: "7\n"
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    int status = system("exit 7");
    printf("%d\n", status >> 8);
}
