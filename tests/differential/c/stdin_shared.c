// differential: A child reads on where the parent stopped.
// stdin: "one\ntwo\nthree\nfour\n"
// exit: 0
// stdout: "parent one\nshell two\nchild three\nparent four\n-1\n"
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    char line[32];
    setvbuf(stdin, NULL, _IONBF, 0);
    printf("parent %s", fgets(line, sizeof line, stdin));
    fflush(stdout);
    system("read x; echo shell $x");
    if (fork() == 0) {
        printf("child %s", fgets(line, sizeof line, stdin));
        return 0;
    }
    wait(NULL);
    printf("parent %s", fgets(line, sizeof line, stdin));
    printf("%d\n", getchar());
}
