// differential: Arrays of some MiB on the stack: of a fixed size, a variable one, and by alloca.
// exit: 0
// stdout: "768 2560 3840\n"
#include <alloca.h>
#include <stdio.h>
#include <string.h>

static long sum(const unsigned char *bytes, long size) {
    long total = 0;
    for (long i = 0; i < size; i += 4096) total += bytes[i];
    return total;
}

int main(int argc, char **argv) {
    unsigned char fixed[3 << 20];
    memset(fixed, argc, sizeof fixed);
    long size = (argc + 4L) << 20;
    unsigned char variable[size];
    memset(variable, 2, size);
    unsigned char *more = alloca(size);
    memset(more, 3, size);
    printf("%ld %ld %ld\n", sum(fixed, sizeof fixed), sum(variable, size), sum(more, size));
}
