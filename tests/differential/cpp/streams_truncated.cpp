// differential: Too much output; the stream stays good.
// signal: SIGKILL
#include <iostream>

int main() {
    for (int i = 0; i < 30000; ++i) std::cout << i << '\n';
    std::cout.flush();
    std::cerr << std::cout.good() << '\n';
}
