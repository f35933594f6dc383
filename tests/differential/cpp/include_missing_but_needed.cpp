// differential: A program that forgot its headers; the precompiled one must not help it out.
#include <iostream>

int main() {
    std::vector<int> v;
    std::sort(v.begin(), v.end());
    std::map<std::string, int> m;
    std::unique_ptr<int> p = std::make_unique<int>(3);
    std::cout << INT_MAX << std::setw(3) << std::accumulate(v.begin(), v.end(), 0);
    assert(p);
    std::optional<int> o;
    std::thread t;
}
