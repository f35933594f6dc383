// differential: A macro for "inline" breaks the header, with many messages from inside it.
#define inline __inline__ __attribute__((always_inline))
#include <iostream>

inline int twice(int x) { return 2 * x; }

int main() {
    std::cout << twice(21) << '\n';
}
