// differential: An error deep inside the library's algorithms, with the chain of instantiations and includes.
#include <algorithm>
#include <iostream>
#include <list>

struct NoOrder { int x; };

int main() {
    std::list<int> list{3, 1, 2};
    std::sort(list.begin(), list.end());
    NoOrder things[3];
    std::sort(things, things + 3);
    std::cout << list.front() << '\n';
}
