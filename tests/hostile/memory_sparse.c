// One byte in every two megabytes of a terabyte: the page tables alone are the bomb.
// row: R4
// expect: memory_limit | runtime_error
// within: 8000
#include <stdio.h>
#include <sys/mman.h>

int main(void) {
    for (unsigned long size = 1UL << 40; size >= 1UL << 30; size >>= 1) {
        char *map = mmap(0, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (map == MAP_FAILED) continue;
        for (unsigned long at = 0; at < size; at += 2 << 20) map[at] = 1;
        puts("BRE" "ACH: all of it");
        return 0;
    }
    return 9;
}
