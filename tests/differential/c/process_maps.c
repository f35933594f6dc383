// differential: The files mapped at the start, in the order of /proc, but for what a watched run preloads.
// exit: 0
#include <stdio.h>
#include <string.h>

int main(void) {
    FILE *file = fopen("/proc/self/maps", "r");
    char line[600], permissions[8], path[400], last[400] = "";
    while (file && fgets(line, sizeof line, file)) {
        *path = 0;
        if (sscanf(line, "%*s %7s %*s %*s %*s %399[^\n]", permissions, path) < 1) continue;
        char *name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
        if (strstr(name, "libstdbuf") || *name == 0 || !strcmp(name, last)) continue;
        if (*name != '[') puts(name);
        strcpy(last, name);
        if (permissions[1] == 'w' && permissions[2] == 'x') puts("writable code");
    }
}
