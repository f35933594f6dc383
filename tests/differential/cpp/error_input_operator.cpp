// differential: No way to read this type, headers in another order.
#include <vector>
#include <string>
#include <iostream>

int main() {
    std::vector<std::string> words;
    std::cin >> words;
    const int fixed = 3;
    std::cin >> fixed;
}
