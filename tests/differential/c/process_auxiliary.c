// differential: The auxiliary vector: facts, not addresses.
// exit: 0
#include <elf.h>
#include <stdio.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

int main(int argc, char **argv) {
    printf("%lu %lu %d %lu\n", getauxval(AT_PAGESZ), getauxval(AT_CLKTCK), getauxval(AT_UID) == getuid(), getauxval(AT_SECURE));
    printf("%d %d %lu\n", getauxval(AT_RANDOM) != 0, getauxval(AT_SYSINFO_EHDR) != 0, getauxval(AT_FLAGS));
    printf("%s %s\n", (char *)getauxval(AT_EXECFN), (char *)getauxval(AT_PLATFORM));
    printf("%d\n", !strcmp(argv[0], (char *)getauxval(AT_EXECFN)));
    char target[100] = "";
    printf("%zd %s\n", readlink("/proc/self/exe", target, sizeof target - 1), target);
}
