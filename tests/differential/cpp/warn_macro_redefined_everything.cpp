// differential: The same behind the header that includes all.
// exit: 0
// stdout: "EOF34\n"
#include <bits/stdc++.h>
#define EOF 77
#define assert(x) std::cout << #x
#define M_PI 3
#define errno 4

int main() {
    assert(EOF) << M_PI << errno << '\n';
}
