// differential: Which macros a few headers leave behind, and which not.
// exit: 0
#include <stdio.h>
#include <errno.h>
#include <string.h>

#define TEXT(x) #x
#define SHOW(name) printf("%s: %s\n", #name, strcmp(TEXT(name), #name) ? TEXT(name) : "not there")

int main(void) {
    SHOW(EOF);
    SHOW(BUFSIZ);
    SHOW(ENOENT);
    SHOW(errno);
    SHOW(INT_MAX);
    SHOW(RAND_MAX);
    SHOW(M_PI);
    SHOW(_STDLIB_H);
    SHOW(_STDIO_H);
    SHOW(_FEATURES_H);
    SHOW(_FORTIFY_SOURCE);
    SHOW(NULL);
    SHOW(bool);
    SHOW(unix);
}
