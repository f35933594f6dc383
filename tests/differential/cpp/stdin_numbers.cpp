// differential: Numbers, words and failures of extraction.
// stdin: "3 -4 2.5e3 word 0x1f x 7 99999999999 1"
// exit: 0
// stdout: "3-4 2500word31\n100x7121474836471111\n"
#include <iostream>
#include <string>

int main() {
    int a, b, c = 5;
    double d;
    std::string word;
    std::cin >> a >> b >> d >> word;
    std::cin >> std::hex >> c >> std::dec;
    std::cout << a << b << ' ' << d << word << c << '\n';
    std::cin >> c;
    std::cout << std::cin.fail() << std::cin.eof() << c;
    std::cin.clear();
    std::cin >> word >> c;
    std::cout << word << c;
    std::cin >> c;
    std::cout << std::cin.fail() << c;
    std::cin.clear();
    std::cin >> c;
    std::cout << c << std::cin.eof() << bool(std::cin) << !(std::cin >> c) << '\n';
}
