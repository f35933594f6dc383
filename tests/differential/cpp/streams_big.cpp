// differential: Nearly as much output as is kept, by endl and without.
// exit: 0
#include <iostream>
#include <string>

int main() {
    std::string line(99, '=');
    for (int i = 0; i < 300; ++i) std::cout << line << std::endl;
    for (int i = 0; i < 299; ++i) std::cout << line << '\n';
    std::cerr << std::string(3000, 'e') << '\n';
}
