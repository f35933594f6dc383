// differential: Debug information of all levels, with macros.
// flags: ["-g3", "-Og", "-gdwarf-4"]
// exit: 0
// stdout: "11\n"
#include <iostream>
#include <fstream>
#include <iterator>

int main() {
    std::ifstream file("a.out", std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(file), {});
    std::cout << (bytes.find(".debug_info") != bytes.npos) << (bytes.find("debug_macro") != bytes.npos) << '\n';
}
