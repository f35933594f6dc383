// differential: Own headers before, between and after the library's, each with what it needs.
// exit: 0
// stdout: "6 square 0\n"
#include "shapes.h"
#include <iostream>
#include "names.h"
#include <bits/stdc++.h>

int main() {
    std::cout << area({2, 3}) << ' ' << name({2, 2}) << ' ' << __INCLUDE_LEVEL__ << '\n';
}
