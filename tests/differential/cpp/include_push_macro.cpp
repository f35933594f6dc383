// differential: Macros pushed before a header and popped behind it.
// exit: 0
// stdout: "37\n"
#define vector not_a_vector
#define size_hint 3
#pragma push_macro("vector")
#undef vector
#include <iostream>
#include <vector>
using numbers = std::vector<int>;
#pragma pop_macro("vector")
static int vector = 7;

int main() {
    std::cout << numbers(size_hint).size() << not_a_vector << '\n';
}
