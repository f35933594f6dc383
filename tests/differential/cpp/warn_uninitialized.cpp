// differential: Values that may be missing, through inlined functions of the library.
// exit: 0
// stdout: "10\n"
#include <iostream>
#include <algorithm>

static int choose(int kind) {
    int result;
    switch (kind) {
    case 1: result = 10; break;
    case 2: result = 20;
    }
    return result;
}

int main(int argc, char**) {
    int never;
    if (argc == 7) std::cout << std::max(never, 3);
    std::cout << choose(argc) << '\n';
}
