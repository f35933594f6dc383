// differential: Two flows of control in one thread.
// exit: 0
// stdout: "main 0\nwork 3\nmain 1\nwork 4\nmain 2\nwork done\nmain done\n"
#include <stdio.h>
#include <ucontext.h>

static ucontext_t first, second;
static char stack[65536];

static void work(int from, int to) {
    for (int i = from; i < to; i++) {
        printf("work %d\n", i);
        swapcontext(&second, &first);
    }
    puts("work done");
}

int main(void) {
    getcontext(&second);
    second.uc_stack.ss_sp = stack;
    second.uc_stack.ss_size = sizeof stack;
    second.uc_link = &first;
    makecontext(&second, (void (*)(void))work, 2, 3, 5);
    for (int i = 0; i < 3; i++) {
        printf("main %d\n", i);
        swapcontext(&first, &second);
    }
    puts("main done");
}
