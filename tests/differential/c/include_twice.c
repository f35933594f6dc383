// differential: Headers included twice, in two orders.
// exit: 0
// stdout: "8 5\n"
#include <stdio.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <stddef.h>
#include <string.h>
#include <stdio.h>

int main(void) {
    printf("%zu %zu\n", sizeof(size_t), strlen("twice"));
}
