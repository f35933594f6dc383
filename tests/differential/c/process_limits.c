// differential: Every limit of resources.
// exit: 0
#include <stdio.h>
#include <sys/resource.h>

int main(void) {
    for (int what = 0; what < RLIM_NLIMITS; what++) {
        struct rlimit limit;
        if (getrlimit(what, &limit)) continue;
        printf("%d %lld %lld\n", what, (long long)limit.rlim_cur, (long long)limit.rlim_max);
    }
    struct rusage usage;
    getrusage(RUSAGE_CHILDREN, &usage);
    printf("%ld %ld\n", (long)usage.ru_utime.tv_sec, usage.ru_maxrss);
    getrusage(RUSAGE_SELF, &usage);
    printf("%d %d\n", usage.ru_maxrss < 20000, usage.ru_utime.tv_sec == 0 && usage.ru_stime.tv_sec == 0);
}
