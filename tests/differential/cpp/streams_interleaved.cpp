// differential: All the streams in turn; each keeps its own order.
// exit: 0
// stdout: "cout 0 printf 0 cout 1 printf 1 \ncout 2 printf 2 cout 3 printf 3 \nwrite\nend\n"
#include <cstdio>
#include <iostream>
#include <unistd.h>

int main() {
    for (int i = 0; i < 4; ++i) {
        std::cout << "cout " << i << ' ';
        std::printf("printf %d ", i);
        std::cerr << "cerr " << i << '\n';
        std::clog << "clog " << i << '\n';
        if (i % 2) std::cout << std::endl;
    }
    std::cout.flush();
    if (write(1, "write\n", 6) != 6) return 1;
    std::fputs("fputs\n", stderr);
    std::cout << "end\n";
}
