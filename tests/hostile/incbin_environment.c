// What the compiler's own process can tell: its environment, embedded and printed. Nothing of the server's is in it.
// row: C10
// expect: ok
// prints: done
#include <stdio.h>
#include <string.h>

extern const char first[], last[];
__asm__(".section .rodata\n.global first\nfirst:\n.incbin \"/proc/self/environ\"\n.global last\nlast:\n.byte 0\n.text\n");

int main(void) {
    for (const char *at = first; at < last; at += strlen(at) + 1)
        if (strstr(at, "CANARY") || strstr(at, "RUNYARD")) printf("BRE" "ACH: %s\n", at);
    fwrite(first, 1, (size_t)(last - first), stdout);
    puts("done");
}
