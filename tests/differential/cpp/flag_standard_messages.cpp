// differential: Messages from inside the library under another standard than the precompiled header's.
// flags: ["-std=c++20"]
#include <algorithm>
#include <iostream>

struct Point { int x, y; };

int main() {
    Point point{.x = 1, .y = 2};
    std::cout << point << '\n';
}
