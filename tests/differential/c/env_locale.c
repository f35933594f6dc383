// differential: Locales by name, and what is in force at the start.
// env: {"LC_NUMERIC": "de_DE.UTF-8"}
// exit: 0
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    printf("%s %s %zu\n", setlocale(LC_ALL, NULL), nl_langinfo(CODESET), (size_t)MB_CUR_MAX);
    const char *set = setlocale(LC_ALL, "");
    printf("%s %s %zu\n", set ? set : "none", nl_langinfo(CODESET), (size_t)MB_CUR_MAX);
    static const char *const names[] = {"C", "POSIX", "C.UTF-8", "C.utf8", "en_US.UTF-8", "de_DE.UTF-8"};
    for (int i = 0; i < 6; i++) {
        const char *now = setlocale(LC_ALL, names[i]);
        printf("%s: %s %.1f\n", names[i], now ? now : "none", 1234.5);
    }
    struct lconv *conventions = localeconv();
    printf("[%s] [%s]\n", conventions->decimal_point, conventions->thousands_sep);
}
