// differential: What the three descriptors are: no terminals, their kinds, modes and flags.
// exit: 0
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void) {
    for (int fd = 0; fd < 4; fd++) {
        struct stat stat;
        if (fstat(fd, &stat)) {
            printf("%d: %s\n", fd, strerror(errno));
            continue;
        }
        printf("%d: %s, mode %o, tty %d %d, flags %x %x", fd,
               S_ISFIFO(stat.st_mode) ? "pipe" : S_ISREG(stat.st_mode) ? "file" : S_ISSOCK(stat.st_mode) ? "socket" : "other",
               stat.st_mode & 07777, isatty(fd), errno == ENOTTY, fcntl(fd, F_GETFL) & ~O_LARGEFILE, fcntl(fd, F_GETFD));
        printf(", seek %d, owner %d\n", (int)lseek(fd, 0, SEEK_CUR), stat.st_uid == getuid());
    }
}
