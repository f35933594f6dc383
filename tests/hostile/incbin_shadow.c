// Embeds a file through the assembler.
// row: C10
// expect: compile_error
// forbid: root:
#include <stdio.h>

__asm__(".global text\ntext: .incbin \"/etc/shadow\"\n.byte 0\n");
extern const char text[];

int main(void) {
    puts(text);
}
