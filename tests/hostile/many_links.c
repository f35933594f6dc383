// A hundred thousand hard links to one file, then folders in folders until nothing goes any more.
// row: R9
// expect: ok | memory_limit | time_limit | runtime_error
// limits: {"wall_time_ms": 4000}
// within: 8000
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void) {
    char name[64];
    close(open("/tmp/one", O_CREAT | O_WRONLY, 0600));
    long links = 0, folders = 0;
    for (; links < 100000; links++) {
        snprintf(name, sizeof name, "/tmp/link-%ld", links);
        if (link("/tmp/one", name) < 0) break;
    }
    for (; folders < 1000000; folders++) {
        snprintf(name, sizeof name, "/dev/shm/%ld", folders);
        if (mkdir(name, 0700) < 0) break;
    }
    if (folders == 1000000) puts("BRE" "ACH: a million folders");
    printf("%ld links, %ld folders\n", links, folders);
}
