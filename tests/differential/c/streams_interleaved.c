// differential: Both streams in turn, with explicit flushes; each keeps its own order.
// exit: 0
// stdout: "out 0;out 1;out 2;out 3;out 4;direct\nend\n"
#include <stdio.h>
#include <unistd.h>

int main(void) {
    for (int i = 0; i < 5; i++) {
        printf("out %d;", i);
        fprintf(stderr, "err %d\n", i);
        if (i % 2) fflush(stdout);
        dprintf(2, "direct %d\n", i);
    }
    fflush(NULL);
    dprintf(1, "direct\n");
    perror("no error yet");
    puts("end");
}
