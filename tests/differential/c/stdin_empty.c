// differential: Standard input that ends at once, in every way of asking.
// exit: 0
// stdout: "1 1 0 -1 1 -1 -1 0 1 -1 5\n"
#include <poll.h>
#include <stdio.h>
#include <unistd.h>

int main(void) {
    struct pollfd waiting = {.fd = 0, .events = POLLIN};
    int ready = poll(&waiting, 1, 5000);
    char byte, *line = NULL;
    size_t room = 0;
    int number = 5;
    printf("%d %d", ready, waiting.revents != 0);
    printf(" %zd %d", read(0, &byte, 1), getchar());
    printf(" %d %d", feof(stdin) != 0, scanf("%d", &number));
    printf(" %zd %zu", getline(&line, &room, stdin), fread(&byte, 1, 1, stdin));
    clearerr(stdin);
    printf(" %d %d %d\n", feof(stdin), fgetc(stdin), number);
}
