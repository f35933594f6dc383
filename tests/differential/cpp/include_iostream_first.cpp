// differential: The precompiled header first, then others.
// exit: 0
// stdout: "one 10\ntwo 10\n"
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::vector<std::string> words{"one", "two"};
    for (const auto& word : words) std::cout << word << ' ' << __LINE__ << '\n';
}
