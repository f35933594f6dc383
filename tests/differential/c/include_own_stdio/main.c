// differential: A file of the program called stdio.h is meant by quotes and goes on to the real one.
// exit: 0
// stdout: "said: own\n7\n"
#include "stdio.h"

int main(void) {
    say("own");
    printf("%d\n", OWN_STDIO);
}
