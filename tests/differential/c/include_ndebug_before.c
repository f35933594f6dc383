// differential: NDEBUG before <assert.h> takes the assertions out.
// exit: 0
// stdout: "0\n"
#define NDEBUG
#include <assert.h>
#include <stdio.h>

static int calls;

static inline int called(void) {
    return ++calls;
}

int main(void) {
    assert(called() == 7);
    printf("%d\n", calls + (0 ? called() : 0));
}
