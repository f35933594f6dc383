// Mounts, unmounts and changes roots, by the old calls and the new ones.
// row: K5
// stage: run | compile
// expect: ok | forbidden_call
#define _GNU_SOURCE
#include <stdio.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static void tried(const char *name, long result) {
    if (result >= 0) printf("BRE" "ACH: %s\n", name);
}

int main(void) {
    mkdir("/tmp/a", 0700);
    tried("mount tmpfs", mount("none", "/tmp/a", "tmpfs", 0, ""));
    tried("mount proc", mount("proc", "/tmp/a", "proc", 0, ""));
    tried("bind", mount("/", "/tmp/a", "", MS_BIND, ""));
    tried("remount", mount("", "/", "", MS_REMOUNT | MS_BIND, ""));
    tried("remount usr", mount("", "/usr", "", MS_REMOUNT | MS_BIND, ""));
    tried("umount", umount2("/proc", MNT_DETACH));
    tried("umount usr", umount2("/usr", MNT_DETACH));
    tried("chroot", chroot("/tmp"));
    tried("pivot_root", syscall(SYS_pivot_root, "/tmp", "/tmp"));
    tried("open_tree", syscall(428, -100, "/", 1));
    tried("move_mount", syscall(429, -1, "", -100, "/tmp/a", 4));
    tried("fsopen", syscall(430, "tmpfs", 0));
    tried("fsconfig", syscall(431, -1, 6, 0, 0, 0));
    tried("fsmount", syscall(432, -1, 0, 0));
    tried("fspick", syscall(433, -100, "/", 0));
    tried("open_tree_attr", syscall(467, -100, "/", 1, "", 32));
    tried("listmount", syscall(458, "", "", 1, 0));
    tried("mount_setattr", syscall(442, -100, "/", 0, "", 32));
    puts("done");
}
