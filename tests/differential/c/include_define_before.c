// differential: A feature macro before the first include opens the GNU part of <string.h>.
// exit: 0
// stdout: "WORLD\n[] [b]\ncdef\ngnu\n"
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>

int main(void) {
    printf("%s\n", strcasestr("Hello WORLD", "world"));
    printf("[%s] [%s]\n", basename("/a/b/"), basename("/a/b"));
    printf("%s\n", (char *)mempcpy(strdupa("abcdef"), "xy", 2));
#ifdef __USE_GNU
    puts("gnu");
#endif
}
