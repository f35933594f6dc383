// Makes and enters namespaces by every call there is.
// row: K4
// stage: run | compile
// expect: ok | forbidden_call
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static void *nothing(void *nothing) {
    return nothing;
}

int main(void) {
    long kinds[] = {CLONE_NEWNS, CLONE_NEWUTS, CLONE_NEWIPC, CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET, CLONE_NEWCGROUP, 0x80};
    const char *names[] = {"mnt", "uts", "ipc", "user", "pid", "net", "cgroup", "time"};
    for (int kind = 0; kind < 8; kind++) {
        char path[64];
        if (unshare((int)kinds[kind]) == 0) printf("BRE" "ACH: unshare %s\n", names[kind]);
        snprintf(path, sizeof path, "/proc/self/ns/%s", names[kind]);
        if (kind != 3 && setns(open(path, O_RDONLY), 0) == 0) printf("BRE" "ACH: setns %s\n", names[kind]);
        long child = kinds[kind] == 0x80 ? -1 : syscall(SYS_clone, kinds[kind] | SIGCHLD, 0, 0, 0, 0);
        if (child == 0) _exit(0);
        if (child > 0) {
            printf("BRE" "ACH: clone %s\n", names[kind]);
            waitpid((int)child, 0, 0);
        }
        unsigned long long arguments[8] = {(unsigned long long)kinds[kind], 0, 0, 0, SIGCHLD};
        child = syscall(SYS_clone3, arguments, sizeof arguments);
        if (child == 0) _exit(0);
        if (child > 0) printf("BRE" "ACH: clone3 %s\n", names[kind]);
        if (child < 0 && errno != ENOSYS) printf("BRE" "ACH: clone3 %s gave %d\n", names[kind], errno);
    }
    // A child of whoever started this program would be outside the jail's own family.
    long sibling = syscall(SYS_clone, CLONE_PARENT | SIGCHLD, 0, 0, 0, 0);
    if (sibling == 0) _exit(0);
    if (sibling > 0) printf("BRE" "ACH: clone a sibling\n");
    // A C library that is told ENOSYS starts threads by the older call.
    pthread_t thread;
    if (pthread_create(&thread, 0, nothing, 0) != 0 || pthread_join(thread, 0) != 0) puts("BRE" "ACH: no threads");
    puts("done");
}
