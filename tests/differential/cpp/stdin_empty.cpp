// differential: Standard input that ends at once.
// exit: 0
// stdout: "7110-103-10-1\n"
#include <iostream>
#include <iterator>
#include <string>

int main() {
    int n = 7;
    std::string line = "old";
    std::cin >> n;
    std::cout << n << std::cin.eof() << std::cin.fail() << std::cin.bad();
    std::cin.clear();
    std::cout << std::cin.get() << (bool)std::getline(std::cin, line) << line.size();
    std::cin.clear();
    std::cout << std::cin.peek() << std::string(std::istreambuf_iterator<char>(std::cin), {}).size() << std::getchar() << '\n';
}
