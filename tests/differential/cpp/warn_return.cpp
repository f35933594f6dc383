// differential: A function without a return on one path, and main that returns nothing.
// exit: 0
// stdout: "11\n"
#include <iostream>

static int sign(int x) {
    if (x > 0) return 1;
    if (x < 0) return -1;
}
static bool odd(int x) { if (x % 2) return true; else if (!x) return false; }

int main(int argc, char**) {
    std::cout << sign(argc) << odd(argc) << '\n';
}
