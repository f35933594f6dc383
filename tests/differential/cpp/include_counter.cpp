// differential: __COUNTER__ used before and after a header.
// exit: 0
// stdout: "012\n"
static const int before = __COUNTER__;
#include <iostream>
static const int after = __COUNTER__;

int main() {
    std::cout << before << after << __COUNTER__ << '\n';
}
