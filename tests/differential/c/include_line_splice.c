// differential: Names, numbers, comments and directives cut in two by backslashes.
// exit: 0
// stdout: "1234 14\n"
#inc\
lude <std\
io.h>

int ma\
in(void) {
    // This comment goes on \
    printf("never\n");
    pri\
ntf("%d %d\n", 12\
34, __LINE__);
}
