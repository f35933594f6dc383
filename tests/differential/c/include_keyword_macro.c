// differential: Keywords defined away before and after the headers.
// exit: 0
// stdout: "1 8 3\n"
#define inline __inline__ __attribute__((unused))
#include <stdio.h>
#include <stdlib.h>
#undef inline
#define while(x) if (x)
#define int long

int main(void) {
    int i = 0;
    while (i < 10) i++;
    printf("%ld %zu %d\n", i, sizeof(int), abs(-3));
    return 0;
}
#undef int
