// differential: The debug mode as an option of the caller, before a header that is precompiled without it.
// flags: ["-D_GLIBCXX_DEBUG"]
// exit: 0
// stdout: "debug 1132\n"
#include <iostream>
#include <vector>

int main() {
    std::vector<int> v{1, 2, 3};
    std::cout << "debug " << (sizeof(v) > 24) << (sizeof(v.begin()) > 8) << sizeof(std::string) << '\n';
}
