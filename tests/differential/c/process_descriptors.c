// differential: No descriptor is open but the three, and the next one is 3.
// exit: 0
// stdout: "3 3\n0 1 2 3 4 \n"
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(void) {
    int count = 0;
    for (int fd = 0; fd < 2000; fd++) count += fcntl(fd, F_GETFD) >= 0;
    printf("%d %d\n", count, dup(0));
    DIR *folder = opendir("/proc/self/fd");
    int seen[64] = {0};
    for (struct dirent *entry; (entry = readdir(folder));)
        if (entry->d_name[0] != '.') seen[atoi(entry->d_name) % 64]++;
    for (int fd = 0; fd < 64; fd++)
        if (seen[fd]) printf("%d ", fd);
    puts("");
}
