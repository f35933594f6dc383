// differential: printf with types of C++.
// exit: 0
// stdout: "5\nfine 0\n8 2\nend\n"
#include <cstdio>
#include <string>
#include <iostream>

int main() {
    long long big = 5;
    std::printf("%d\n", big);
    std::printf("%s %d\n", "fine");
    std::printf("%zu %i\n", sizeof big, 2, 3);
    std::cout << "end" << std::endl;
}
