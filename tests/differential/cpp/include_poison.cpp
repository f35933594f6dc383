// differential: Names poisoned before a header, and after it.
#include <string>
#pragma GCC poison printf secret
#include <iostream>

int main() {
    std::string secret = "x";
    std::printf("%s\n", secret.c_str());
}
