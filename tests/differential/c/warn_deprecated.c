// differential: Attributes that make the compiler speak: deprecated, warning, nonnull, unused results, malloc.
// exit: 0
// stdout: "done\n"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((deprecated("use fresh() instead"))) static int old(void) { return 1; }
__attribute__((warn_unused_result)) static int important(void) { return 2; }
__attribute__((nonnull)) static int length(const char *text) { return text ? 3 : 4; }
struct __attribute__((deprecated)) thing { int x; };

int main(void) {
    struct thing thing = {old()};
    important();
    if (thing.x == 5) printf("%d\n", length(NULL));
    puts("done");
}
