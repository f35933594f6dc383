// differential: Exit codes of children beyond 8 bits, and one's own.
// exit: 1
// stdout: "0->0 1->1 3->3 255->255 256->0 257->1 -1->255 -256->0 1048576->0 \n"
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    static const int codes[] = {0, 1, 3, 255, 256, 257, -1, -256, 1 << 20};
    for (unsigned i = 0; i < sizeof codes / sizeof *codes; i++) {
        fflush(stdout);
        if (fork() == 0) exit(codes[i]);
        int status;
        wait(&status);
        printf("%d->%d ", codes[i], WEXITSTATUS(status));
    }
    puts("");
    return 256 + 1;
}
