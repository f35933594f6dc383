// differential: Semicolons and brackets that are missing, behind the header.
#include <iostream>

class Point {
    int x, y
public:
    Point() : x(0) y(0) {}
}

int main() {
    std::cout << "x" << std::endl
    std::cout << "y;
    for (int i = 0; i < 3; i++ {
        std:cout << i;
    }
    return 0;
