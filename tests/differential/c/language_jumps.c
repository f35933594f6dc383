// differential: setjmp and longjmp out of nested calls, and sigsetjmp with the mask.
// exit: 0
// stdout: "0 0\n7 1\n7 2\n0\n"
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>

static jmp_buf back;
static sigjmp_buf with_mask;

__attribute__((noinline)) static void deeper(int n) {
    if (n == 0) longjmp(back, 7);
    deeper(n - 1);
    puts("never");
}

int main(void) {
    volatile int rounds = 0;
    int value = setjmp(back);
    printf("%d %d\n", value, rounds);
    if (rounds++ < 2) deeper(20);
    sigset_t set, now;
    sigemptyset(&set), sigaddset(&set, SIGUSR1);
    if (!sigsetjmp(with_mask, 1)) sigprocmask(SIG_BLOCK, &set, NULL), siglongjmp(with_mask, 0);
    sigprocmask(SIG_BLOCK, NULL, &now);
    printf("%d\n", sigismember(&now, SIGUSR1));
}
