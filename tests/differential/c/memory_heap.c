// differential: Properties of the heap, not its addresses.
// exit: 0
// stdout: "1 24 40 1000\n1\n0 1 1\n1 1\nkept 0 0 0 0\n"
#define _GNU_SOURCE
#include <errno.h>
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
    void *zero = malloc(0), *again;
    again = malloc(25);
    printf("%d %zu %zu %zu\n", zero != NULL, malloc_usable_size(zero), malloc_usable_size(again), malloc_usable_size(malloc(1000)));
    uintptr_t place = (uintptr_t)again;
    free(again);
    printf("%d\n", (uintptr_t)malloc(25) == place);
    char *empty = calloc(1000, 50), any = 0;
    for (int i = 0; i < 50000; i++) any |= empty[i];
    void *huge = malloc(SIZE_MAX / 2);
    printf("%d %d %d\n", any, huge == NULL, errno == ENOMEM);
    printf("%d %d\n", calloc(SIZE_MAX / 2, 4) == NULL, reallocarray(NULL, SIZE_MAX / 2, 4) == NULL);
    char *text = realloc(strdup("kept"), 100000);
    void *aligned;
    printf("%s %d %d", text, posix_memalign(&aligned, 4096, 10), (int)((uintptr_t)aligned % 4096));
    printf(" %d %d\n", (int)((uintptr_t)aligned_alloc(64, 64) % 64), (int)((uintptr_t)malloc(3) % 16));
}
