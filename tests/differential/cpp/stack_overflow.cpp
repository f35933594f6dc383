// differential: Recursion without an end, with objects on the stack.
// signal: SIGSEGV
// stdout: "deep\n"
#include <iostream>
#include <string>

static std::size_t deeper(const std::string& text) {
    std::string more = text.substr(0, 5) + "x";
    return more.size() + deeper(more);
}

int main() {
    std::cout << "deep" << std::endl;
    return deeper("start");
}
