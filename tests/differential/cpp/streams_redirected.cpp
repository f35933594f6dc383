// differential: The buffers of the standard streams replaced by texts and files.
// exit: 0
// stdout: "kept 517line 17\nwords130\n"
#include <fstream>
#include <iostream>
#include <sstream>

int main() {
    std::ostringstream kept;
    auto* before = std::cout.rdbuf(kept.rdbuf());
    std::cout << "kept " << 5;
    std::cout.rdbuf(before);
    std::istringstream text("17 words");
    std::cin.rdbuf(text.rdbuf());
    int number;
    std::string word;
    std::cin >> number >> word;
    std::ofstream("made.txt") << "line " << number << '\n' << word;
    std::ifstream file("made.txt");
    std::stringstream all;
    all << file.rdbuf();
    std::cout << kept.str() << number << all.str() << file.tellg() << std::ifstream("none").is_open() << '\n';
}
