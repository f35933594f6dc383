// differential: #warning, messages and unknown pragmas before and after the header.
// exit: 0
// stdout: "x\n"
#warning "before"
#pragma message "also before"
#include <iostream>
#pragma unknown after
#warning "after"
#define cout_twice(x) std::cout << x << x
#define cout_twice(y) std::cout << y

int main() {
    cout_twice("x\n");
}
