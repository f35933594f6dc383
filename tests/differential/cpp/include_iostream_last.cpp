// differential: The precompiled header after others, sorted as people sort them.
// exit: 0
// stdout: "1one3\n2two3\n"
#include <algorithm>
#include <cstring>
#include <map>
#include <vector>

#include <iostream>

int main() {
    std::map<int, const char*> names{{2, "two"}, {1, "one"}};
    for (auto [number, name] : names) std::cout << number << name << std::strlen(name) << '\n';
}
