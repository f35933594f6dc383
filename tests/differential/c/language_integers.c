// differential: Overflow helpers, shifts, conversions, and the bits of numbers.
// exit: 0
// stdout: "1 -2147483648 1 -2147479015\n-3 -1 -4 15\n8 31 40 1\n-9223372036854775808 44 ffffffffffffffff\n78563412 -56 1\n3000000000 -3000000000 2\n"
#include <inttypes.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>

int main(void) {
    int sum, product;
    int added = __builtin_add_overflow(INT_MAX, 1, &sum), multiplied = __builtin_mul_overflow(46341, 46341, &product);
    printf("%d %d %d %d\n", added, sum, multiplied, product);
    volatile int minus = -7;
    printf("%d %d %d %u\n", minus / 2, minus % 2, minus >> 1, (unsigned)minus >> 28);
    printf("%d %d %d %d\n", __builtin_popcount(255), __builtin_clz(1), __builtin_ctzl(1L << 40), __builtin_parity(7));
    printf("%" PRId64 " %" PRIu8 " %" PRIxMAX "\n", INT64_MIN, (uint8_t)300, UINTMAX_MAX);
    printf("%x %d %d\n", __builtin_bswap32(0x12345678), (signed char)200, CHAR_MIN < 0);
    volatile double big = 3e9;
    printf("%u %lld %d\n", (unsigned)big, (long long)-big, (int)2.9);
}
