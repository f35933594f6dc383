// differential: Names with a dollar are no names.
// flags: ["-fno-dollars-in-identifiers"]
#include <iostream>

int main() {
    int price$ = 3;
    std::cout << price$ << '\n';
}
