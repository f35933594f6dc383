// differential: Arguments and variables in C++ containers.
// args: ["one", "", "two words", "☃", "--x=1"]
// env: {"MODE": "judge", "EMPTY": ""}
// exit: 5
// stdout: "[/work/a.out][one][][two words][☃][--x=1]judge11C.UTF-8\n"
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

int main(int argc, char** argv) {
    std::vector<std::string> words(argv, argv + argc);
    for (const auto& word : words) std::cout << '[' << word << ']';
    std::cout << std::getenv("MODE") << (*std::getenv("EMPTY") == 0) << (std::getenv("NONE") == nullptr) << std::getenv("LANG") << '\n';
    return words.size() - 1;
}
