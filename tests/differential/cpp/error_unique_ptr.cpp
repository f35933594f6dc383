// differential: Copies of what cannot be copied, with notes of deleted functions.
#include <memory>
#include <thread>
#include <vector>
#include <iostream>

int main() {
    std::unique_ptr<int> one(new int(1));
    std::unique_ptr<int> two = one;
    std::vector<std::unique_ptr<int>> many{std::move(one)};
    std::thread thread([](int& x) { x++; }, 3);
    std::cout << *two << '\n';
    std::ostream copy = std::cout;
}
