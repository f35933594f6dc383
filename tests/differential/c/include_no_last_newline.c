// differential: The last line has no end.
// exit: 0
// stdout: "no end\n"
#include <stdio.h>
int main(void) { puts("no end"); }
#define LAST 1