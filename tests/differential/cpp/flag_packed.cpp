// differential: Structures without holes.
// flags: ["-fpack-struct=1"]
// exit: 0
// stdout: "9 9\n"
#include <bits/stdc++.h>

struct Pair { char a; long b; };

int main() {
    std::printf("%zu %zu\n", sizeof(Pair), sizeof(std::pair<char, long>));
}
