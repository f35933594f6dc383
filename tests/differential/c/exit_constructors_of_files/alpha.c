#include <stdio.h>

__attribute__((constructor)) static void begin(void) { puts("alpha begins"); }
__attribute__((destructor)) static void end(void) { puts("alpha ends"); }
