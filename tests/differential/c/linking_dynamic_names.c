// differential: Names looked up while the program runs: the next one, versions, libraries opened, the place of an address.
// exit: 0
#define _GNU_SOURCE
#include <dlfcn.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

int puts(const char *text) {
    int (*next)(const char *) = (int (*)(const char *))dlsym(RTLD_NEXT, "puts");
    printf("own: ");
    return next(text);
}

int main(void) {
    puts("replaced");
    void *math = dlopen("libm.so.6", RTLD_NOW);
    double (*cosine)(double) = (double (*)(double))dlsym(math, "cos");
    printf("%g %d\n", cosine(0), dlsym(RTLD_DEFAULT, "main") == NULL);
    if (!dlopen("libnothing.so", RTLD_NOW)) printf("error: %s\n", dlerror());
    Dl_info info;
    dladdr((void *)strlen, &info);
    printf("in %s\n", strrchr(info.dli_fname, '/'));
    dladdr((void *)main, &info);
    printf("%s %s\n", info.dli_fname, info.dli_sname ? info.dli_sname : "no name");
}
