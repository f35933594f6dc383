// differential: Jumps over initialisers, cases twice, gotos to nowhere.
#include <iostream>

int main() {
    int n = 1;
    switch (n) {
    case 1:
        std::string text = "x";
        break;
    case 2:
    case 1:
        break;
    default:
        int y = 3;
    }
    goto end;
    std::string late;
end:
    continue;
    goto nowhere;
    else std::cout << n;
}
