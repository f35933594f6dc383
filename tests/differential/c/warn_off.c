// differential: Everything that deserves a warning, and the caller asks for none.
// flags: ["-w"]
// exit: 0
// stdout: "fine\n"
#include <stdio.h>
#warning "never seen"

main() {
    int unused, x = "text" == 0;
    printf("%s\n", "fine", x);
    return undeclared();
}
undeclared() {
    return 0;
}
