// differential: A function without its return, where the caller asked for a trap.
// flags: ["-fsanitize=return", "-fsanitize-undefined-trap-on-error", "-w"]
// signal: SIGILL
// stdout: "calling\n"
#include <iostream>

static int nothing() {}

int main() {
    std::cout << "calling" << std::endl;
    return nothing();
}
