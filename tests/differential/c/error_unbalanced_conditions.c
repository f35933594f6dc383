// differential: #if without #endif and the other way round.
#include <stdio.h>
#endif
#else
#if 1 +
#elif
int x;
#ifdef
#if defined(
#if (1
int main(void) {
    puts("x");
}
