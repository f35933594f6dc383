// differential: Assertions of the library by the caller's option.
// flags: ["-D_GLIBCXX_ASSERTIONS", "-O1"]
// signal: SIGABRT
// stdout: "start\n"
#include <iostream>
#include <vector>

int main() {
    std::vector<int> empty;
    std::cout << "start" << std::endl;
    return empty.front();
}
