// differential: A header that does not exist stands before the one that is precompiled.
#include <algorithms>
#include <vector>
#include <iostream>

int main() {
    std::cout << undeclared;
}
