// differential: What a fork copies that was not written yet comes out twice.
// exit: 0
// stdout: "once in the buffer\nchild\nonce in the buffer\nparent\n"
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    static char buffer[4096];
    setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
    puts("once in the buffer");
    if (fork() == 0) {
        puts("child");
        return 0;
    }
    wait(NULL);
    puts("parent");
}
