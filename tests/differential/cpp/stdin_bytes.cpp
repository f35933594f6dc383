// differential: Raw bytes, zero among them, by read() and the buffer itself.
// stdin: "a\u0000b\r\n\u001aé☃end"
// exit: 0
// stdout: "3 61 00 62 0d 0a 1a c3 a9 e2 98 83 65 6e 64\n"
#include <iomanip>
#include <iostream>
#include <iterator>
#include <vector>

int main() {
    char few[3];
    std::cin.read(few, 3);
    std::cout << std::cin.gcount() << std::hex << std::setfill('0');
    for (unsigned char c : few) std::cout << ' ' << std::setw(2) << +c;
    std::cin >> std::noskipws;
    std::vector<char> rest{std::istream_iterator<char>(std::cin), {}};
    for (unsigned char c : rest) std::cout << ' ' << std::setw(2) << +c;
    std::cout << '\n';
}
