// differential: A constructor ends the program before main.
// exit: 6
// stdout: "before main\nafter all\n"
#include <stdio.h>
#include <stdlib.h>

__attribute__((destructor)) static void end(void) { puts("after all"); }
__attribute__((constructor)) static void begin(void) { puts("before main"); exit(6); }

int main(void) {
    puts("never");
}
