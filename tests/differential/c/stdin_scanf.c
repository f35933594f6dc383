// differential: Numbers, words, sets and characters by scanf, up to what does not fit.
// stdin: "42 -7 0x1f 3.25e2\nword [in brackets] x\n12abc 99999999999999999999"
// exit: 0
// stdout: "4 42 -7 31 325\n3 word|in brackets|x 21\n1 12 0 1 0 -1 1\n"
#include <errno.h>
#include <stdio.h>

int main(void) {
    int a, b, c, count;
    double d;
    char word[16], set[32], letter;
    printf("%d", scanf("%d %i %i %lf", &a, &b, &c, &d));
    printf(" %d %d %d %g\n", a, b, c, d);
    printf("%d", scanf("%15s [%31[^]]] %c%n", word, set, &letter, &count));
    printf(" %s|%s|%c %d\n", word, set, letter, count);
    long big;
    printf("%d", scanf("%d%d", &a, &b));
    printf(" %d %d", a, scanf("%*s"));
    printf(" %d", scanf("%ld", &big));
    printf(" %d %d %d\n", errno == ERANGE, scanf("%d", &a), feof(stdin) != 0);
}
