// differential: Extensions of the compiler: nested functions, statements as expressions, computed jumps, cleanup, ranges.
// exit: 0
// stdout: "released scope\n1 1 22 2 17 6 4\n1 0\n"
#include <stdio.h>
#include <stdlib.h>

#define MAX(a, b) ({ __auto_type _a = (a); __typeof__(b) _b = (b); _a > _b ? _a : _b; })
typedef int four __attribute__((vector_size(16)));

static void release(char **text) { printf("released %s\n", *text); }

static int interpret(const char *code) {
    static const void *const labels[] = {&&add, &&twice, &&end};
    int value = 1;
    goto *labels[*code++ - 'a'];
add:
    value += 5;
    goto *labels[*code++ - 'a'];
twice:
    value *= 2;
    goto *labels[*code++ - 'a'];
end:
    return value;
}

int main(void) {
    int calls = 0;
    int compare(const void *a, const void *b) { calls++; return *(const int *)a - *(const int *)b; }
    int list[] = {5, 2, 9, 1};
    qsort(list, 4, sizeof *list, compare);
    { __attribute__((cleanup(release))) char *text = (char *)"scope"; }
    four v = {1, 2, 3, 4}, w = v * v + 1;
    switch (list[3]) { case 1 ... 9: printf("%d %d ", list[0], calls > 3); }
    printf("%d %d %d %d %lu\n", interpret("aabc"), MAX(list[1]++, 2), w[3], 0 ?: 6, (unsigned long)((__int128)1 << 70 >> 68));
    printf("%d %d\n", __builtin_types_compatible_p(int, typeof(calls)), __builtin_constant_p(calls));
}
