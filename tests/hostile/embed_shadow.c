// Embeds files of the host: by the directive of newer compilers, and by assembling it in every place that exists.
// row: C10
// expect: compile_error
// forbid: root:*
// forbid: root:$
static const unsigned char bytes[] = {
#embed "/etc/shadow"
};
__asm__(".section .rodata\n.incbin \"/var/lib/runyard/token.key\"\n.incbin \"/proc/1/environ\"\n");
int main(void) {
    return bytes[0];
}
