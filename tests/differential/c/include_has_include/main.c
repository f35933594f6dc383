// differential: What __has_include finds, before and after including it.
// exit: 0
// stdout: AUTO
#if __has_include(<stdio.h>)
#include <stdio.h>
#endif

int main(void) {
    printf("%d %d", __has_include("own.h"), __has_include("other.h"));
#if __has_include(<iostream>) || __has_include(<own.h>)
    printf(" iostream");
#endif
#if __has_include_next(<stdlib.h>)
    printf(" next");
#endif
#ifdef __has_attribute
    printf(" %d", __has_attribute(cleanup) && !__has_attribute(no_such_thing));
#endif
    puts("");
}
