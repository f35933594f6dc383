// differential: The debug macro behind the first header comes too late for it.
// exit: 0
// stdout: "0 24\n"
#include <iostream>
#include <vector>
#define _GLIBCXX_DEBUG
#include <list>

int main() {
    std::vector<int> v{1, 2, 3};
    v.reserve(10);
    volatile int place = 3;
    std::cout << (v[place] * 0) << ' ' << sizeof(v) << '\n';
}
