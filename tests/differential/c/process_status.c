// differential: What /proc says of the process, without numbers that change.
// exit: 0
#include <stdio.h>
#include <string.h>

int main(void) {
    static const char *const wanted[] = {"Name", "Umask", "State", "TracerPid", "Threads", "SigPnd", "ShdPnd", "SigBlk", "SigIgn",
                                         "SigCgt", "CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb", "NoNewPrivs", "Seccomp",
                                         "Seccomp_filters", "FDSize", "Groups", "Speculation_Store_Bypass"};
    FILE *file = fopen("/proc/self/status", "r");
    char line[500];
    while (file && fgets(line, sizeof line, file))
        for (unsigned i = 0; i < sizeof wanted / sizeof *wanted; i++)
            if (!strncmp(line, wanted[i], strlen(wanted[i])) && line[strlen(wanted[i])] == ':') fputs(line, stdout);
    file = fopen("/proc/self/cmdline", "r");
    size_t size = file ? fread(line, 1, sizeof line, file) : 0;
    printf("%zu %s\n", size, line);
    file = fopen("/proc/self/oom_score_adj", "r");
    printf("%s", file && fgets(line, sizeof line, file) ? line : "none\n");
}
