// differential: Streams in memory and with functions of the program's own.
// exit: 0
// stdout: "LOUDER\nmade-007 8 2 made 7 6\n"
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static ssize_t shout(void *cookie, const char *bytes, size_t size) {
    for (size_t i = 0; i < size; i++) putchar(bytes[i] & ~32);
    *(int *)cookie += size;
    return size;
}

int main(void) {
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    fprintf(out, "%s-%03d", "made", 7);
    fclose(out);
    FILE *in = fmemopen(text, size, "r");
    char first[8];
    int number, count = fscanf(in, "%7[^-]-%d", first, &number);
    int total = 0;
    FILE *loud = fopencookie(&total, "w", (cookie_io_functions_t){.write = shout});
    fputs("louder", loud);
    fclose(loud);
    printf("\n%s %zu %d %s %d %d\n", text, size, count, first, number, total);
    fclose(in), free(text);
}
