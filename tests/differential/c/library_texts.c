// differential: Conversions, comparisons, searching, splitting and formats of texts.
// exit: 0
// stdout: "-31 z 9223372036854775807 18446744073709551615\n<a><b><><c> 1 1 llo\n|+0042|left  |cu|010|1234567|c|    r%|ff|\nposition 5 pos\nNo such file or directory Segmentation fault\nEPERM Operation not permitted Unknown error 9999\n0 228 1 Numerical result out of range\n"
#define _GNU_SOURCE
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
    char *end, text[] = "a,b;;c", *rest = text;
    long number = strtol("  -0x1Fz", &end, 0);
    printf("%ld %s %ld %lu\n", number, end, strtol("99999999999999999999", NULL, 10), strtoul("-1", NULL, 36));
    for (char *part; (part = strsep(&rest, ",;"));) printf("<%s>", part);
    printf(" %d %d %s\n", strverscmp("file10", "file9") > 0, strcasecmp("ÄB", "äb") != 0, strpbrk("hello", "xol"));
    printf("|%+05d|%-6s|%.2s|%#o|%'d|%c|%5s%%|%hhx|\n", 42, "left", "cut", 8, 1234567, 'c', "r", 0x1ff);
    printf("%2$s %1$d %2$.3s\n", 5, "position");
    printf("%s %s\n", strerror(ENOENT), strsignal(11));
    printf("%s %s %s\n", strerrorname_np(EPERM), strerrordesc_np(EPERM), strerror(9999));
    printf("%d %d %d %m\n", isalpha('_'), toupper(0xe4), isspace('\v') != 0);
}
