// differential: With angle brackets the system's header is meant, whatever lies in the work folder.
// exit: 0
// stdout: "2\n"
#include <stdio.h>
#include <errno.h>

int main(void) {
#ifdef OWN
    puts("own");
#else
    printf("%d\n", ENOENT);
#endif
}
