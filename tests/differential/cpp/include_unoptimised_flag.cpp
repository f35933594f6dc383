// differential: Another level of optimisation than the precompiled header's.
// flags: ["-O0"]
// exit: 0
// stdout: "not optimised\nnothing inlined\n"
#include <iostream>

int main() {
#ifdef __OPTIMIZE__
    std::cout << "optimised\n";
#else
    std::cout << "not optimised\n";
#endif
#ifdef __NO_INLINE__
    std::cout << "nothing inlined\n";
#endif
}
