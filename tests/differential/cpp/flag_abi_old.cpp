// differential: The library's old strings.
// flags: ["-D_GLIBCXX_USE_CXX11_ABI=0"]
// exit: 0
// stdout: "8old0\n"
#include <iostream>
#include <string>

int main() {
    std::string text = "old";
    std::cout << sizeof text << text << _GLIBCXX_USE_CXX11_ABI << '\n';
}
