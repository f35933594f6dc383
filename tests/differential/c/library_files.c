// differential: Files, folders and links in the work folder and /tmp: sorted names, kinds, errors.
// exit: 0
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <ftw.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int seen(const char *path, const struct stat *stat, int kind, struct FTW *place) {
    printf("%s %d %d %o\n", path, kind, place->level, stat->st_mode & 0777);
    return 0;
}

int main(void) {
    struct dirent **names;
    int count = scandir(".", &names, NULL, alphasort);
    for (int i = 0; i < count; i++) printf("%s ", names[i]->d_name);
    printf("| ");
    count = scandir("/tmp", &names, NULL, alphasort);
    printf("%d\n", count);
    mkdir("one", 0755), mkdir("one/two", 0700), symlink("two", "one/link"), fclose(fopen("one/file", "w"));
    nftw("one/two", seen, 5, FTW_PHYS), nftw("one/link", seen, 5, FTW_PHYS), nftw("one/file", seen, 5, FTW_PHYS);
    glob_t found;
    glob("o*/[fl]*", 0, NULL, &found);
    for (size_t i = 0; i < found.gl_pathc; i++) printf("%s ", found.gl_pathv[i]);
    printf("%d %s\n", rmdir("one"), strerror(errno));
    char temporary[] = "/tmp/xXXXXXX";
    printf("%d %zu %d\n", mkstemp(temporary), strlen(temporary), rename("one/file", "/tmp/file"));
    printf("%s %d %s\n", strerror(errno), mkdir("/usr/x", 0700), strerror(errno));
    struct stat stat_of_program;
    stat("a.out", &stat_of_program);
    printf("%o %d\n", stat_of_program.st_mode, (int)stat_of_program.st_nlink);
}
