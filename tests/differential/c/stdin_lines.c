// differential: Lines by getline, fgets and getdelim; the last one has no end.
// stdin: "first line\n\nthe third is longer than the buffer\na;b;c;d\nlast"
// exit: 0
// stdout: "11\n1\n[the third i][s longer th][an the buff][er\n]<2 a;><2 b;><2 c;>{d\n}{last}1 0\n"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
    char *line = NULL, small[12];
    size_t room = 0;
    printf("%zd\n", getline(&line, &room, stdin));
    printf("%zd\n", getline(&line, &room, stdin));
    for (int i = 0; i < 4; i++) printf("[%s]", fgets(small, sizeof small, stdin));
    for (int i = 0; i < 3; i++) printf("<%zd %s>", getdelim(&line, &room, ';', stdin), line);
    while (getline(&line, &room, stdin) > 0) printf("{%s}", line);
    printf("%d %d\n", feof(stdin) != 0, ferror(stdin) != 0);
    free(line);
}
