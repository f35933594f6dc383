// differential: "#define private public" before a header of the library that is precompiled, and before others.
// exit: 0
// stdout: "2 15\n"
#define private public
#define protected public
#include <iostream>
#include <vector>
#undef private

class Closed {
    int x = 1;
public:
    int get() const { return x; }
};

int main() {
    std::vector<int> v{1, 2, 3};
    v._M_impl._M_finish--;
    std::cin._M_gcount = 5;
    std::cout << v.size() << ' ' << Closed().get() << std::cin.gcount() << '\n';
}
