// Locks ten gigabytes of memory.
// row: K16
// stage: run | compile
// expect: ok | memory_limit | runtime_error | forbidden_call
// within: 5000
#include <stdio.h>
#include <sys/mman.h>

int main(void) {
    unsigned long size = 10UL << 30;
    char *map = mmap(0, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (map == MAP_FAILED || mlock(map, size) != 0) {
        puts("refused");
        return 0;
    }
    puts("BRE" "ACH: locked");
}
