// differential: A header of the library inside a namespace, where it cannot live.
namespace wrapped {
#include <utility>
}
#include <iostream>

int main() {
    std::cout << 1 << '\n';
}
