// differential: The environment in its order, but for what a watched run adds.
// env: {"MODE": "x=y", "EMPTY": "", "ÜBER": "☃"}
// exit: 0
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern char **environ;

int main(int argc, char **argv, char **env) {
    printf("%d\n", env == environ);
    for (char **entry = environ; *entry; entry++)
        if (strncmp(*entry, "LD_PRELOAD=", 11) && strncmp(*entry, "_STDBUF_", 8)) puts(*entry);
    printf("%s|%s|%d\n", getenv("MODE"), getenv("EMPTY"), getenv("TERM") == NULL);
}
