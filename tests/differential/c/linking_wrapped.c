// differential: Options for the linker: a wrapped function, names for the dynamic linker, garbage collected.
// flags: ["-Wl,--wrap=puts", "-rdynamic", "-Wl,--gc-sections", "-ffunction-sections"]
// exit: 0
// stdout: "wrapped: text\n9\n"
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>

int __real_puts(const char *text);
int __wrap_puts(const char *text) {
    printf("wrapped: ");
    return __real_puts(text);
}
int found_by_name(void) { return 9; }

int main(void) {
    puts("text");
    int (*function)(void) = (int (*)(void))dlsym(RTLD_DEFAULT, "found_by_name");
    printf("%d\n", function ? function() : -1);
}
