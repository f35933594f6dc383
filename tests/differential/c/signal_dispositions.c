// differential: How every signal is handled at the start.
// exit: 0
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <string.h>

int main(void) {
    for (int number = 1; number < NSIG; number++) {
        struct sigaction now;
        if (sigaction(number, NULL, &now)) {
            printf("%d refused\n", number);
            continue;
        }
        sigset_t none;
        sigemptyset(&none);
        int empty = 1;
        for (int other = 1; other < NSIG; other++) empty &= sigismember(&now.sa_mask, other) != 1;
        printf("%d %s %x %d\n", number,
               now.sa_handler == SIG_DFL ? "default" : now.sa_handler == SIG_IGN ? "ignored" : "handled",
               (unsigned)now.sa_flags, empty);
    }
}
