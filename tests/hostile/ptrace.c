// Attaches to and reads every process it can name.
// row: K6 I6
// stage: run | compile
// expect: ok | forbidden_call
// args: {server_pid}
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

int main(int count, char **arguments) {
    int targets[] = {1, getppid(), count > 1 ? atoi(arguments[1]) : 2, 2, 3};
    char buffer[64];
    struct iovec here = {buffer, sizeof buffer}, there = {(void *)main, sizeof buffer};
    for (int target = 0; target < 5; target++) {
        if (targets[target] == getpid() || targets[target] == 0) continue;
        if (ptrace(PTRACE_ATTACH, targets[target], 0, 0) == 0) printf("BRE" "ACH: attached to %d\n", targets[target]);
        if (process_vm_readv(targets[target], &here, 1, &there, 1, 0) > 0) printf("BRE" "ACH: read %d\n", targets[target]);
        int descriptor = (int)syscall(434, targets[target], 0);
        if (descriptor >= 0 && syscall(438, descriptor, 0, 0) >= 0) printf("BRE" "ACH: took a descriptor of %d\n", targets[target]);
    }
    // Every process that shows, whosever it is: only its own children could be traced, and it has none.
    for (int pid = 1; pid < 500; pid++)
        if (pid != getpid() && ptrace(PTRACE_SEIZE, pid, 0, 0) == 0) printf("BRE" "ACH: seized %d\n", pid);
    puts("done");
}
