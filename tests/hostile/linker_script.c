// Sections and a constructor that run before main, and a linker option in the object: still only its own jail.
// row: C3 C11
// expect: ok | runtime_error | compile_error
// prints: done
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

__asm__(".section .drectve\n.ascii \"-plugin /usr/bin/id\"\n.text\n");
__attribute__((constructor)) static void early(void) {
    if (geteuid() == 0) puts("BRE" "ACH: root before main");
    if (system("cat /etc/shadow >/dev/null 2>&1") == 0) puts("BRE" "ACH: read before main");
}

int main(void) {
    puts("done");
}
