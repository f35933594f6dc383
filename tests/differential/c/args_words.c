// differential: Arguments reach the program as they were sent.
// args: ["plain", "", "two words", "naïve ☃", "-e", "--", "a=b", "line\nbreak", "$HOME", "*"]
// exit: 0
#include <stdio.h>

int main(int argc, char **argv) {
    printf("%d %d\n", argc, argv[argc] == NULL);
    for (int i = 0; i < argc; i++) printf("%d [%s]\n", i, argv[i]);
}
