// differential: What the library and the program call deprecated.
// exit: 0
// stdout: "1271\n"
#include <iostream>
#include <memory>
#include <functional>
#include <algorithm>
#include <iterator>

[[deprecated("take the new one")]] static int old() { return 1; }
struct [[deprecated]] Thing { int x = 2; };
enum Kind { good, bad [[deprecated]] };

struct Counter : std::iterator<std::input_iterator_tag, int> {};

int main() {
    std::auto_ptr<int> pointer(new int(old()));
    Thing thing;
    auto plus = std::bind1st(std::plus<int>(), 3);
    std::cout << *pointer << thing.x << plus(4) << bad << '\n';
}
