// differential: A mapped file that has become shorter.
// signal: SIGBUS
// stdout: "mapped\n"
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

int main(void) {
    int file = open("data", O_RDWR | O_CREAT, 0600);
    if (ftruncate(file, 8192)) return 1;
    volatile char *bytes = mmap(NULL, 8192, PROT_READ, MAP_SHARED, file, 0);
    if (bytes[5000] == 0) puts("mapped");
    fflush(stdout);
    if (ftruncate(file, 1)) return 1;
    return bytes[5000];
}
