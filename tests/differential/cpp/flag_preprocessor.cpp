// differential: Options that change what the preprocessor prints and tells.
// flags: ["-fno-diagnostics-show-caret", "-fno-diagnostics-show-option", "-fno-show-column", "-fdiagnostics-color=always"]
// exit: 0
// stdout: "plain messages\n"
#include <iostream>

int main() {
    int unused;
    std::cout << "plain messages\n";
}
