// differential: Constructors of several files, in the order of the files on the command line.
// exit: 0
// stdout: "preinit is not there in libraries\nmain file begins\nalpha begins\nbeta begins, 1 argument\nmain\nalpha ends\nmain file ends\n"
#include <stdio.h>

__attribute__((constructor)) static void begin(void) { puts("main file begins"); }
__attribute__((destructor)) static void end(void) { puts("main file ends"); }

int main(void) {
    puts("main");
}
