// differential: NDEBUG by the caller's option, which the precompiled header was made without.
// flags: ["-DNDEBUG"]
// exit: 0
// stdout: "went on\n"
#include <bits/stdc++.h>

int main() {
    assert(false);
    std::cout << "went on\n";
}
