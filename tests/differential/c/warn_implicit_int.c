// differential: Types left out, as fifty years ago.
// exit: 0
// stdout: "11\n"
#include <stdio.h>

static counter;
add(a, b) {
    return a + b + counter;
}

main() {
    auto x = 5;
    const y = 6;
    printf("%d\n", add(x, y));
    return 0;
}
