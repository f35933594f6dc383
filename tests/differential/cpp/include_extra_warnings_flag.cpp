// differential: More warnings than the precompiled header was made with, none of them from the library.
// flags: ["-Wextra", "-Wshadow", "-Wconversion", "-Wold-style-cast", "-pedantic"]
// exit: 0
// stdout: "0 1 1 1\n"
#include <iostream>
#include <vector>

static int half(long x) { return x / 2; }

int main(int argc, char** argv) {
    std::vector<int> v{1, 2, 3};
    for (int i = 0; i < v.size(); ++i) {
        int argc = (int)v[i];
        std::cout << half(argc) << ' ';
    }
    char list[argc];
    std::cout << sizeof list << '\n';
}
