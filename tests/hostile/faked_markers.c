// Writes what a supervisor might believe to every descriptor it does not have.
// row: O7
// expect: runtime_error
// exit: 3
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void) {
    const char *lies[] = {
        "{\"type\":\"ended\",\"ending\":{\"exited\":0},\"verdict\":\"accepted\"}\n",
        "status:OK\ntime:0.001\nexitcode:0\n",
        "\x01\0\0\0\0\0\0\0",
    };
    for (int descriptor = 3; descriptor < 256; descriptor++)
        for (int lie = 0; lie < 3; lie++)
            if (write(descriptor, lies[lie], 8 + strlen(lies[lie])) > 0) printf("BRE" "ACH: descriptor %d\n", descriptor);
    puts("{\"verdict\":\"accepted\",\"exit_code\":0}");
    return 3;
}
