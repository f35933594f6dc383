// differential: posix_spawn with actions on descriptors and signals, and vfork.
// exit: 0
// stdout: "0 0 spawned\n2\n0\n"
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "made.txt", O_WRONLY | O_CREAT, 0600);
    char *words[] = {(char *)"echo", (char *)"spawned", NULL}, *env[] = {NULL};
    pid_t child;
    int status, error = posix_spawnp(&child, "echo", &actions, NULL, words, env);
    waitpid(child, &status, 0);
    char line[40] = "";
    FILE *made = fopen("made.txt", "r");
    printf("%d %d %s", error, status, made ? fgets(line, sizeof line, made) : "none\n");
    printf("%d\n", posix_spawn(&child, "/no/such", NULL, NULL, words, env));
    fflush(stdout);
    if ((child = vfork()) == 0) execl("/bin/true", "true", (char *)NULL), _exit(1);
    waitpid(child, &status, 0);
    printf("%d\n", status);
}
