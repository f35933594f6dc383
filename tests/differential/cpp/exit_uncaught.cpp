// differential: An exception of the library that nobody catches.
// signal: SIGABRT
// stdout: "before\n"
#include <iostream>
#include <vector>

int main() {
    std::vector<int> v(3);
    std::cout << "before" << std::endl;
    return v.at(5);
}
