// differential: A program at a fixed place, stripped, bound at once.
// flags: ["-no-pie", "-fno-pie", "-s", "-Wl,-z,now"]
// exit: 0
// stdout: "1 3\n"
#include <stdint.h>
#include <stdio.h>

static int number = 3;

int main(void) {
#ifdef __PIE__
    puts("position independent");
#endif
    printf("%d %d\n", (uintptr_t)&number < 0x1000000, number);
}
