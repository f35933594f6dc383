// differential: Errors in lines with bytes that are not UTF-8.
#include <iostream>

int main() {
    std::cout << "größe" << undeclared << '\n';
    int größe = 3;
}
