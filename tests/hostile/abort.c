// row: P11
// expect: runtime_error
// signal: SIGABRT
// Aborts.
#include <stdlib.h>

int main(void) {
    abort();
}
