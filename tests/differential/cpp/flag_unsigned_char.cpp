// differential: Characters that are unsigned, which a header precompiled without the option does not know.
// flags: ["-funsigned-char"]
// exit: 0
// stdout: "01\n"
#include <iostream>
#include <limits>

int main() {
    std::cout << std::numeric_limits<char>::is_signed << (char(200) > 0) << '\n';
}
