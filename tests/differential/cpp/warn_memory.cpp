// differential: What the optimiser finds inside the library's functions, in branches that are not taken.
// exit: 0
// stdout: "not taken\n"
#include <bits/stdc++.h>

int main(int argc, char**) {
    if (argc > 40) {
        char small[4];
        std::strcpy(small, "much too long");
        std::array<int, 2> list{1, 2};
        int* p = new int[3];
        delete p;
        free(new int);
        std::cout << small << list[argc > 40 ? 5 : 0] << p[1];
        std::memset(&std::cout, 0, sizeof(std::cout));
    }
    std::cout << "not taken\n";
}
