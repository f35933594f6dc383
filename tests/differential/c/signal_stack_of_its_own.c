// differential: A handler on a stack of its own notices that the other one is full.
// exit: 33
// stdout: "the stack is full\n"
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void handler(int number) {
    static const char text[] = "the stack is full\n";
    if (write(1, text, sizeof text - 1) < 0) _exit(1);
    _exit(33);
}
__attribute__((noinline)) static int deeper(volatile char *above) {
    volatile char here[4000];
    here[0] = above[0];
    return deeper(here) + here[0];
}

int main(void) {
    static char other[65536];
    stack_t stack = {.ss_sp = other, .ss_size = sizeof other}, old;
    sigaltstack(&stack, &old);
    if (old.ss_flags != SS_DISABLE) return 2;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = SA_ONSTACK;
    sigaction(SIGSEGV, &action, NULL);
    char start = 1;
    return deeper(&start);
}
