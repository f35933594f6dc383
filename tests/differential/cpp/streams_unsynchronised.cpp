// differential: Without the bond to stdio the buffers flush in their own order.
// exit: 0
// stdout: "printed\nstream\n"
#include <cstdio>
#include <iostream>

int main() {
    std::ios::sync_with_stdio(false);
    std::cout << "stream\n";
    std::printf("printed\n");
    std::fflush(stdout);
    std::cout.flush();
}
