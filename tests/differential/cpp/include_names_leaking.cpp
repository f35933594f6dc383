// differential: Names that a header happens to bring along work, by accident, the same way.
// exit: 0
// stdout: "by accident241\n2\n2\n"
#include <iostream>

int main() {
    std::string text = "by accident";
    int a = 1, b = 2;
    std::swap(a, b);
    std::cout << text << std::max(a, b) << std::string_view("view").size() << (int)std::isdigit('5', std::locale()) << '\n';
    std::cout << printf("%d\n", a) << '\n';
}
