// differential: Warnings as errors, and some not.
// flags: ["-Werror", "-Wno-error=sign-compare", "-Wextra"]
#include <bits/stdc++.h>

int main() {
    std::vector<int> v{1};
    for (int i = 0; i < v.size(); ++i) std::cout << v[i];
    int unused;
}
