// differential: A warning made an error by a pragma before the header, and pushed and popped around it.
#pragma GCC diagnostic error "-Wunused-variable"
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wparentheses"
#include <iostream>
#pragma GCC diagnostic pop

int main() {
    int unused;
    int a = 0;
    if (a = 1) std::cout << "x\n";
}
