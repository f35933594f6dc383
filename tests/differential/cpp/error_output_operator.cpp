// differential: No operator for this type: the compiler lists all the library's.
#include <iostream>

struct Point { int x, y; };

int main() {
    Point point{1, 2};
    std::cout << point << '\n';
}
