// differential: NDEBUG before <cassert>, and another meaning after it is undefined again.
// signal: SIGABRT
// stdout: "no assertion\n"
#include <iostream>
#define NDEBUG
#include <cassert>

static void quiet(int x) {
    assert(x == 0);
    std::cout << "no assertion" << std::endl;
}

#undef NDEBUG
#include <cassert>

int main() {
    quiet(1);
    assert((std::cout.good() && 1 + 1 == 3));
}
