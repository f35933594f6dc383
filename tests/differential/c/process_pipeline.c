// differential: Shells behind pipes, in both directions, and their codes.
// exit: 0
// stdout: "c b a 0\nthrough cat\n3\n1 127 9\n"
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

int main(void) {
    char line[100];
    FILE *from = popen("printf 'b\\na\\nc\\n' | sort -r | tr '\\n' ' '", "r");
    printf("%s", fgets(line, sizeof line, from));
    printf("%d\n", pclose(from));
    fflush(stdout);
    FILE *to = popen("cat; exit 3", "w");
    fputs("through cat\n", to);
    printf("%d\n", WEXITSTATUS(pclose(to)));
    fflush(stdout);
    printf("%d %d %d\n", system(NULL) != 0, WEXITSTATUS(system("no-such-command 2>/dev/null")), WTERMSIG(system("kill -9 $$")));
}
