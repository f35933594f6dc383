// Shared anonymous memory, populated by the kernel.
// row: R2
// expect: memory_limit
// limit: memory
// within: 5000
#include <sys/mman.h>

int main(void) {
    for (;;) mmap(0, 64 << 20, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
}
