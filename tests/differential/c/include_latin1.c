// differential: A source file in Latin-1 goes through byte for byte.
// exit: 0
#include <stdio.h>

int main(void) {
    const char *text = "größe";
    printf("%s %zu\n", text, sizeof "größe");
    // Kommentar mit ä
}
