// Calls that no program needs and exploits do.
// row: K2 K3
// stage: run | compile
// expect: ok | forbidden_call
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

static void tried(const char *name, long result) {
    if (result >= 0) printf("BRE" "ACH: %s\n", name);
}

int main(void) {
    char zero[256] = {0};
    tried("keyctl", syscall(SYS_keyctl, 0, -3, 1));
    tried("add_key", syscall(SYS_add_key, "user", "runyard", "x", 1, -3));
    tried("io_uring_setup", syscall(425, 8, zero));
    tried("userfaultfd", syscall(SYS_userfaultfd, 1));
    tried("bpf", syscall(SYS_bpf, 0, zero, sizeof zero));
    zero[4] = 112;
    tried("perf_event_open", syscall(SYS_perf_event_open, zero, 0, -1, -1, 0));
    tried("open_by_handle_at", syscall(SYS_open_by_handle_at, -100, zero, 0));
    tried("init_module", syscall(SYS_init_module, zero, 1, ""));
    tried("finit_module", syscall(SYS_finit_module, 0, "", 0));
    tried("kexec_load", syscall(SYS_kexec_load, 0, 0, 0, 0));
    tried("syslog", syscall(SYS_syslog, 3, zero, sizeof zero));
    tried("quotactl", syscall(SYS_quotactl, 0x80000700, "", 0, zero));
    tried("reboot", syscall(SYS_reboot, 0xfee1dead, 672274793, 0, 0));
    tried("swapon", syscall(SYS_swapon, "/tmp/swap", 0));
    tried("acct", syscall(SYS_acct, "/tmp/acct"));
    tried("iopl", syscall(SYS_iopl, 3));
    if (syscall(600) != -1 || errno != ENOSYS) printf("BRE" "ACH: call 600 gave %d\n", errno);
    if (syscall(999) != -1 || errno != ENOSYS) printf("BRE" "ACH: call 999 gave %d\n", errno);
    puts("done");
}
