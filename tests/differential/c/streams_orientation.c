// differential: A stream becomes wide or narrow with its first use.
// exit: 0
// stdout: "größe ☃ 5\n0 1 -1 1\n"
#include <locale.h>
#include <stdio.h>
#include <wchar.h>

int main(void) {
    setlocale(LC_CTYPE, "C.UTF-8");
    int before = fwide(stdout, 0);
    fwprintf(stdout, L"%ls %lc %d\n", L"größe", L'☃', 5);
    int after = fwide(stdout, 0), narrow = printf("not printed");
    fwprintf(stdout, L"%d %d %d %d\n", before, after > 0, narrow, fwide(stderr, -1) < 0);
}
