// differential: Buffers of all kinds set by the program, seen in a pipe.
// exit: 0
// stdout: "7 70 0\n7 69 1\n7 69 1\n"
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(void) {
    static const int modes[] = {_IONBF, _IOLBF, _IOFBF};
    for (int i = 0; i < 3; i++) {
        int ends[2];
        if (pipe2(ends, O_NONBLOCK)) return 1;
        FILE *out = fdopen(ends[1], "w");
        char buffer[64], seen[256];
        setvbuf(out, buffer, modes[i], sizeof buffer);
        fputs("one\ntwo", out);
        printf("%zd ", read(ends[0], seen, sizeof seen));
        fprintf(out, "%*s", 70, "x");
        printf("%zd ", read(ends[0], seen, sizeof seen));
        fclose(out);
        printf("%zd\n", read(ends[0], seen, sizeof seen));
        close(ends[0]);
    }
}
