// differential: Errors in two files that include the same.
#include <iostream>
#include "shared.h"

int main() {
    std::cout << main_is_wrong;
}
