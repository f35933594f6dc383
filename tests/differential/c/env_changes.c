// differential: Variables changed by the program reach its children.
// env: {"KEPT": "1", "GONE": "2"}
// exit: 0
// stdout: "1 3 xx /tmp /tmp\n-1\nONLY=this\n"
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(void) {
    setenv("KEPT", "not replaced", 0);
    unsetenv("GONE");
    putenv((char *)"NEW=3");
    setenv("LANG", "xx", 1);
    system("echo $KEPT $GONE $NEW $LANG ${HOME} $TMPDIR");
    printf("%d\n", setenv("A=B", "", 1));
    fflush(stdout);
    clearenv();
    setenv("ONLY", "this", 1);
    execl("/usr/bin/env", "env", (char *)NULL);
    return 1;
}
