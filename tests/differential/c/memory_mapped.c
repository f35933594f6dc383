// differential: Maps of memory and files: contents, protection, sharing, and what is refused.
// exit: 0
// stdout: "20 CONTENTS of the file xONTENTS 0\n42\n1 0\n1 1 1\n"
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int main(void) {
    int file = open("mapped", O_RDWR | O_CREAT | O_TRUNC, 0600);
    if (write(file, "contents of the file", 20) != 20) return 1;
    char *shared = mmap(NULL, 20, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    char *own = mmap(NULL, 20, PROT_READ | PROT_WRITE, MAP_PRIVATE, file, 0);
    memcpy(shared, "CONTENTS", 8);
    own[0] = 'x';
    char text[21] = "";
    printf("%zd %s %.8s %d\n", pread(file, text, 20, 0), text, own, shared[20]);
    unsigned char *code = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    memcpy(code, "\xb8\x2a\0\0\0\xc3", 6);
    if (mprotect(code, 4096, PROT_READ | PROT_EXEC)) return printf("%s\n", strerror(errno)) < 0;
    printf("%d\n", ((int (*)(void))code)());
    code = mremap(code, 4096, 8192, MREMAP_MAYMOVE);
    printf("%d %d\n", code != MAP_FAILED, munmap(code, 8192));
    printf("%d", mmap(NULL, 0, PROT_READ, MAP_SHARED, file, 0) == MAP_FAILED);
    printf(" %d %d\n", errno == EINVAL, memfd_create("name", 0) >= 0);
}
