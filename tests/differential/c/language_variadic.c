// differential: Functions with any number of arguments: promotions, copies, v-functions.
// exit: 0
// stdout: "97 -3 1.09951e+12\n[a long te] 14\n"
#include <stdarg.h>
#include <stdio.h>

static double sum(const char *kinds, ...) {
    va_list list, copy;
    va_start(list, kinds);
    va_copy(copy, list);
    double total = 0;
    for (const char *kind = kinds; *kind; kind++)
        total += *kind == 'i' ? va_arg(list, int) : *kind == 'l' ? (double)va_arg(list, long long) : va_arg(list, double);
    va_end(list);
    for (const char *kind = kinds; *kind == 'i'; kind++) printf("%d ", va_arg(copy, int));
    va_end(copy);
    return total;
}
__attribute__((format(printf, 1, 2))) static int say(const char *format, ...) {
    va_list list;
    va_start(list, format);
    char text[50];
    int size = vsnprintf(text, 10, format, list);
    va_end(list);
    return printf("[%s]", text), size;
}

int main(void) {
    float f = 0.5f;
    short s = -3;
    printf("%g\n", sum("iildi", 'a', s, 1LL << 40, f, 5));
    printf(" %d\n", say("%s %d", "a long text", 12));
}
