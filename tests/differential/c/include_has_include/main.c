// differential: What __has_include finds, before and after including it.
// exit: 0
// stdout: "1 stdlib cleanup\n"
#if __has_include(<stdio.h>)
#include <stdio.h>
#endif

#if __has_include("own.h")
#define OWN 1
#else
#define OWN 0
#endif

int main(void) {
    printf("%d", OWN);
#if __has_include("other.h")
    printf(" other");
#endif
#if __has_include(<iostream>) || __has_include(<own.h>)
    printf(" iostream");
#endif
#if __has_include(<stdlib.h>) && __has_include("stdlib.h")
    printf(" stdlib");
#endif
#ifdef __has_attribute
#if __has_attribute(cleanup) && !__has_attribute(no_such_thing)
    printf(" cleanup");
#endif
#endif
    puts("");
}
