// differential: Warnings in templates, with the chain of instantiations.
// exit: 0
// stdout: "11\n"
#include <iostream>
#include <vector>
#include <algorithm>

template <class T> bool less_than_size(const std::vector<T>& v, T x) {
    int unused;
    return x < v.size();
}
template <class T> struct Outer { bool call(T x) { return less_than_size(std::vector<T>(3), x); } };

int main() {
    std::vector<unsigned> v{1u};
    int limit = 4;
    std::cout << Outer<int>().call(2) << std::count_if(v.begin(), v.end(), [=](auto x) { return x < limit; }) << '\n';
}
