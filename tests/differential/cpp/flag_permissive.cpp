// differential: Errors that an option makes warnings.
// flags: ["-fpermissive"]
// exit: 0
// stdout: "13\n"
#include <iostream>
#include <vector>

int main() {
    int* number = "text" == nullptr ? 0 : (int*)nullptr;
    const int fixed = 3;
    int* loose = &fixed;
    std::cout << (number == nullptr) << *loose << '\n';
    for (int i = 0; i < 2; ++i);
    int value = loose;
    return value * 0;
}
