// differential: A static program, if the caller wants one.
// flags: ["-static"]
// exit: 0
// stdout: "0 1.5 /tmp\n"
#include <elf.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
    FILE *maps = fopen("/proc/self/maps", "r");
    char line[500];
    int libraries = 0;
    while (fgets(line, sizeof line, maps)) libraries += strstr(line, ".so") != NULL;
    printf("%d %g %s\n", libraries, sqrt(argc * 2.25), getenv("HOME"));
}
