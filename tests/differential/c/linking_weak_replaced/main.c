// differential: A strong name in another file replaces the weak one, and common ones are made one.
// flags: ["-fcommon"]
// exit: 0
// stdout: "strong 12\n"
#include <stdio.h>

int shared;
__attribute__((weak)) const char *name(void) { return "weak"; }
void set(void);

int main(void) {
    set();
    printf("%s %d\n", name(), shared);
}
