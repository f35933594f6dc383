// differential: stdout and stdin reopened as files, in the work folder and in /tmp.
// exit: 0
// stdout: "before\nback\n2 more 5 1\n"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void) {
    puts("before");
    fflush(stdout);
    int saved = dup(1);
    freopen("out.txt", "w", stdout);
    puts("into out.txt");
    fprintf(stderr, "still here\n");
    freopen("/tmp/more.txt", "w+", stdout);
    printf("%s %d", "more", 5);
    fflush(stdout);
    dup2(saved, 1);
    puts("back");
    char word[20] = "", more[20] = "";
    freopen("/tmp/more.txt", "r", stdin);
    int count = scanf("%19s %19s", word, more);
    printf("%d %s %s %d\n", count, word, more, feof(stdin));
}
