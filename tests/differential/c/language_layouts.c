// differential: Bit fields, unions, flexible and variable arrays, designated and compound initialisers.
// exit: 0
// stdout: "1 -1 8 3f800000 3f\nflexi 4 4 6\n11 7 2 5\n"
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct bits { unsigned a : 3; int b : 5; unsigned : 0; unsigned char c : 1; };
union number { float real; unsigned whole; unsigned char bytes[4]; };
struct tail { int size; char text[]; };
static const int sparse[] = {[5] = 1, 2, [1] = 7, [8 ... 10] = 3};

static int trace(int n, int m[n][n]) {
    int sum = 0;
    for (int i = 0; i < n; i++) sum += m[i][i];
    return sum;
}

int main(void) {
    struct bits bits = {.b = -1, .a = 6};
    bits.a += 3;
    union number one = {.real = 1};
    struct tail *tail = malloc(sizeof *tail + 6);
    memcpy(tail->text, "flexi", 6);
    int square[3][3] = {{1}, {0, 2}, {0, 0, 3}};
    printf("%u %d %zu %x %02x\n", bits.a, bits.b, sizeof bits, one.whole, one.bytes[3]);
    printf("%s %zu %zu %d\n", tail->text, sizeof *tail, offsetof(struct tail, text), trace(3, square));
    printf("%zu %d %d %d\n", sizeof sparse / sizeof *sparse, sparse[1], sparse[6], sparse[9] + (struct bits){.a = 2}.a);
}
