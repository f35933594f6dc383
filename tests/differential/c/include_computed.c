// differential: The name of a header made by macros.
// exit: 0
// stdout: "8\n"
#define HEADER(name) <name.h>
#define OUTPUT HEADER(stdio)
#include OUTPUT
#define QUOTED "string.h"
#include QUOTED

int main(void) {
    printf("%zu\n", strlen("computed"));
}
