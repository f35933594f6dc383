// differential: Errors in macros of the program and of the library.
#include <cassert>
#include <cstdarg>
#include <iostream>
#define TWICE(x) ((x) + (x))
#define PRINT(x) std::cout << TWICE(x) << std::endl
#define debug(x) cerr << #x << " = " << x << endl

struct Nothing {};

int main() {
    PRINT(Nothing());
    debug(1);
    assert(Nothing());
    assert(std::is_same<int, long>::value, "two");
    TWICE(1, 2);
    PRINT();
}
