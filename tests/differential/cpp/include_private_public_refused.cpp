// differential: Behind the header the same trick comes too late: names stay private.
#include <iostream>
#include <sstream>
#define private public
#include <vector>

int main() {
    std::vector<int> v{1, 2, 3};
    v._M_fill_assign(3, 4);
    std::cout.rdbuf()->_M_in_beg = nullptr;
    std::cin._M_gcount = 5;
}
