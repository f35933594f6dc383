// differential: Wide characters read under the environment's locale.
// stdin: "größe ☃ 𝄞\nzweite Zeile\n"
// exit: 0
// stdout: "C.UTF-8\n5 20 2603 3  𝄞\nZWEITE ZEILE\n"
#include <locale.h>
#include <stdio.h>
#include <wchar.h>
#include <wctype.h>

int main(void) {
    printf("%s\n", setlocale(LC_ALL, ""));
    fflush(stdout);
    wchar_t word[20], line[40];
    wscanf(L"%19ls", word);
    wint_t space = getwc(stdin), snow = getwc(stdin);
    fgetws(line, 40, stdin);
    printf("%zu %x %x %zu %ls", wcslen(word), space, snow, wcslen(line), line);
    while ((space = getwchar()) != WEOF) printf("%lc", towupper(space));
}
