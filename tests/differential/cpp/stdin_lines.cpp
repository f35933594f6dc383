// differential: Lines by getline, behind numbers, of characters, ignored, put back, the last without an end.
// stdin: "5\nfirst line\n\nrest;of;this\n  spaces  \nlast"
// exit: 0
// stdout: "5[first line]1[]r[restof]3t[spaces  ]{last}11\n"
#include <iostream>
#include <limits>
#include <string>

int main() {
    int n;
    std::string line;
    std::cin >> n;
    std::cin.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
    std::getline(std::cin, line);
    std::cout << n << '[' << line << ']' << std::cin.gcount();
    std::getline(std::cin, line);
    std::cout << '[' << line << ']' << (char)std::cin.peek();
    std::getline(std::cin, line, ';');
    char few[4];
    std::cin.getline(few, 4, ';');
    std::cout << '[' << line << few << ']' << std::cin.gcount() << (char)std::cin.get();
    std::cin.unget();
    std::getline(std::cin, line);
    std::getline(std::cin >> std::ws, line);
    std::cout << '[' << line << ']';
    while (std::getline(std::cin, line)) std::cout << '{' << line << '}' << std::cin.eof();
    std::cout << std::cin.fail() << '\n';
}
