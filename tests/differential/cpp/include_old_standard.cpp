// differential: An older standard by the caller's option.
// flags: ["-std=gnu++98"]
// exit: 0
// stdout: "245 199711\n"
#include <iostream>
#include <vector>
#include <memory>

int main() {
    std::vector<std::vector<int> > v(2, std::vector<int>(3));
    std::auto_ptr<int> pointer(new int(4));
    auto int x = 5;
    std::cout << v.size() << *pointer << x << ' ' << __cplusplus << '\n';
}
