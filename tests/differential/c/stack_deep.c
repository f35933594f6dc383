// differential: Recursion that needs 40 MiB of stack fits.
// exit: 0
// stdout: "1\n64 1\n"
#include <stdio.h>
#include <sys/resource.h>

__attribute__((noinline)) static long deeper(int n, volatile long *above) {
    volatile long here[128];
    here[n % 128] = above[n % 128] + 1;
    here[(n + 1) % 128] = 0;
    if (n == 0) return here[0];
    return deeper(n - 1, here) + 1;
}

int main(void) {
    volatile long start[128] = {0};
    printf("%d\n", deeper(40000, start) >= 40000);
    struct rlimit limit;
    getrlimit(RLIMIT_STACK, &limit);
    printf("%ld %d\n", (long)limit.rlim_cur >> 20, limit.rlim_cur == limit.rlim_max);
}
