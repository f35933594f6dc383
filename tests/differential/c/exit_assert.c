// differential: A failed assertion says the program's name, file, line and function.
// signal: SIGABRT
// stdout: ""
#include <assert.h>

static int divide(int a, int b) {
    assert(b != 0 && "the divisor");
    return a / b;
}

int main(int argc, char **argv) {
    return divide(argc, argc - 1);
}
