// differential: Warnings of system headers too.
// flags: ["-Wsystem-headers", "-Wno-error"]
// exit: 0
// stdout: "xxx\n"
#include <iostream>
#include <string>

int main() {
    std::string text(3, 'x');
    std::cout << text << '\n';
}
