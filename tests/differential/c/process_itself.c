// differential: A program that executes itself again, with arguments and another environment.
// exit: 5
// stdout: "1 - none\n3 first one\n4 again two\n"
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(int argc, char **argv) {
    printf("%d %s %s\n", argc, argc > 1 ? argv[1] : "-", getenv("ROUND") ? getenv("ROUND") : "none");
    fflush(stdout);
    if (argc > 3) return 5;
    char *more[] = {argv[0], argc > 1 ? (char *)"again" : (char *)"first", (char *)"x", argc > 1 ? (char *)"y" : NULL, NULL};
    setenv("ROUND", argc > 1 ? "two" : "one", 1);
    execv(argc > 1 ? "./a.out" : "/proc/self/exe", more);
    return 1;
}
