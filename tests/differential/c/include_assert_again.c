// differential: <assert.h> means something new each time it is included.
// signal: SIGABRT
// stdout: "first\nsecond\n"
#define NDEBUG
#include <assert.h>
#include <stdio.h>

static void first(void) {
    assert(0);
    puts("first");
}

#undef NDEBUG
#include <assert.h>

static void second(int x) {
    puts("second");
    fflush(stdout);
    assert(x == 2 && "said by the second");
}

int main(void) {
    first();
    second(1);
}
