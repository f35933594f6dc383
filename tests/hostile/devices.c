// Opens and makes devices.
// row: K15
// stage: run | compile
// expect: ok | forbidden_call
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

int main(void) {
    const char *names[] = {"/dev/mem", "/dev/kmsg", "/dev/kvm", "/dev/fuse", "/dev/net/tun", "/dev/loop-control", "/dev/sda", "/dev/vda", "/dev/ptmx-host", "/dev/port"};
    for (int name = 0; name < 10; name++)
        if (open(names[name], O_RDONLY) >= 0) printf("BRE" "ACH: %s\n", names[name]);
    if (mknod("/tmp/memory", S_IFCHR | 0666, makedev(1, 1)) == 0 && open("/tmp/memory", O_RDONLY) >= 0) puts("BRE" "ACH: mknod");
    if (mknod("/dev/shm/disk", S_IFBLK | 0666, makedev(254, 0)) == 0) puts("BRE" "ACH: mknod of a disk");
    if (mknod("disk", S_IFBLK | 0666, makedev(254, 0)) == 0 && open("disk", O_RDONLY) >= 0) puts("BRE" "ACH: mknod");
    // Exactly these nodes exist, and nothing that a reader of /dev would find beside them.
    const char *known = " . .. fd full null random shm stderr stdin stdout tty urandom zero pts ptmx ";
    DIR *folder = opendir("/dev");
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        char word[300];
        snprintf(word, sizeof word, " %s ", entry->d_name);
        if (!strstr(known, word)) printf("BRE" "ACH: /dev/%s\n", entry->d_name);
    }
    puts("done");
}
