// differential: The same macro behind the header comes too late.
#include <iostream>
#define explicit
#include <memory>

int main() {
    bool good = std::cout;
    std::unique_ptr<int> pointer = new int(41);
    std::cout << *pointer + good << '\n';
}
