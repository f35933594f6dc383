// differential: Random numbers: the same without a seed, with one, and in their own state; true ones differ.
// exit: 0
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

int main(void) {
    printf("%d %d %ld %.6f %ld\n", rand(), rand(), random(), drand48(), lrand48());
    srand(42), srandom(42), srand48(42);
    printf("%d %ld %ld\n", rand(), random(), mrand48());
    unsigned seed = 7;
    printf("%d %d %u\n", rand_r(&seed), rand_r(&seed), seed);
    unsigned char one[16] = {0}, two[16] = {0};
    ssize_t got = getrandom(one, 16, 0);
    printf("%zd %d %d\n", got, getentropy(two, 16), memcmp(one, two, 16) != 0);
}
