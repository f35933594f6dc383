// differential: Much on both streams, by single bytes and by one big write.
// exit: 0
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void) {
    static char block[50000];
    memset(block, '=', sizeof block);
    for (int i = 99; i < 50000; i += 100) block[i] = '\n';
    for (int i = 0; i < 20000; i++) fputc(i % 50 == 49 ? '\n' : 'e', stderr);
    ssize_t written = 0;
    while (written < (ssize_t)sizeof block) written += write(1, block + written, sizeof block - written);
}
