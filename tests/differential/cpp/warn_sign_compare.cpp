// differential: Signed and unsigned numbers compared, the warning of beginners.
// exit: 0
// stdout: "123001\n"
#include <iostream>
#include <vector>

int main() {
    std::vector<int> v{1, 2, 3};
    for (int i = 0; i < v.size(); i++) std::cout << v[i];
    int n = -1;
    std::cout << (n == v.size()) << (n < v.size()) << (v.size() - 4 > 0) << '\n';
}
