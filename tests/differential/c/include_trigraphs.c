// differential: Trigraphs count with a strict standard only.
// flags: ["-trigraphs"]
// exit: 0
// stdout: "^|~ 4\n"
??=include <stdio.h>

int main(void) ??<
    char text??(??) = "??'??!??-";
    printf("%s %zu\n", text, sizeof text);
??>
