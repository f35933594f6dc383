// differential: A handler of SIGSEGV that jumps back, twice, with the kind of the error.
// exit: 0
// stdout: "1 1\n1 1\n"
#define _GNU_SOURCE
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

static sigjmp_buf back;
static volatile int code, right_place;
static char *volatile place;

static void handler(int number, siginfo_t *info, void *context) {
    code = info->si_code;
    right_place = info->si_addr == place;
    siglongjmp(back, 1);
}

int main(void) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = handler;
    action.sa_flags = SA_SIGINFO;
    sigaction(SIGSEGV, &action, NULL);
    place = NULL;
    if (!sigsetjmp(back, 1)) *place = 1;
    printf("%d %d\n", code == SEGV_MAPERR, right_place);
    place = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (!sigsetjmp(back, 1)) *place = 1;
    printf("%d %d\n", code == SEGV_ACCERR, right_place);
}
