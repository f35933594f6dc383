// differential: With angle brackets the system's header is meant, whatever lies in the work folder.
// exit: 0
// stdout: "own\n"
#include <stdio.h>
#include <limits.h>

int main(void) {
#ifdef OWN
    puts("own");
#else
    printf("%d\n", INT_MAX);
#endif
}
