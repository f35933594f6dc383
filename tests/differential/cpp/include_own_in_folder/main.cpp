// differential: Files in "include" called like headers of the library.
// exit: 0
// stdout: "own vector own everything\n"
#include "vector"
#include "bits/stdc++.h"
#include <iostream>

int main() {
    std::cout << VECTOR << ' ' << EVERYTHING << '\n';
}
