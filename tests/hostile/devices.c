// Opens and makes devices.
// expect: ok | forbidden_call
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

int main(void) {
    const char *names[] = {"/dev/mem", "/dev/kmsg", "/dev/kvm", "/dev/fuse", "/dev/net/tun", "/dev/loop-control", "/dev/sda", "/dev/vda", "/dev/ptmx-host", "/dev/port"};
    for (int name = 0; name < 10; name++)
        if (open(names[name], O_RDONLY) >= 0) printf("BRE" "ACH: %s\n", names[name]);
    if (mknod("/tmp/memory", S_IFCHR | 0666, makedev(1, 1)) == 0 && open("/tmp/memory", O_RDONLY) >= 0) puts("BRE" "ACH: mknod");
    if (mknod("disk", S_IFBLK | 0666, makedev(254, 0)) == 0 && open("disk", O_RDONLY) >= 0) puts("BRE" "ACH: mknod");
    puts("done");
}
