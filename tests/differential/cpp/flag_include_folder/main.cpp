// differential: Folders and headers added by the caller, after which no header may be put first.
// flags: ["-Ihead", "-include", "head/first.h"]
// exit: 0
// stdout: "12\n"
#include <iostream>
#include <second.h>

int main() {
    std::cout << FIRST << SECOND << '\n';
}
