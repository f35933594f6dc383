// differential: NDEBUG as an option of the caller.
// flags: ["-DNDEBUG", "-DVALUE=1 + 2"]
// exit: 0
// stdout: "7\n"
#include <assert.h>
#include <stdio.h>

int main(void) {
    assert(!"never looked at");
    printf("%d\n", VALUE * 3);
}
