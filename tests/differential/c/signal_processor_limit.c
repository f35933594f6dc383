// differential: A limit of processor time that the program sets itself.
// signal: SIGXCPU
// stdout: "1\n"
#include <stdio.h>
#include <sys/resource.h>

int main(void) {
    struct rlimit limit;
    getrlimit(RLIMIT_CPU, &limit);
    limit.rlim_cur = 1;
    limit.rlim_max = 3;
    setrlimit(RLIMIT_CPU, &limit);
    getrlimit(RLIMIT_CPU, &limit);
    printf("%d\n", (int)limit.rlim_cur);
    fflush(stdout);
    for (;;) __asm__ volatile("");
}
