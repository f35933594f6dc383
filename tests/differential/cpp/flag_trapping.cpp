// differential: Numbers that are too big for their type end the program.
// flags: ["-fstack-protector-strong", "-ftrapv", "-O0"]
// signal: SIGABRT
// stdout: "adding\n"
#include <climits>
#include <iostream>

int main(int argc, char**) {
    volatile int n = INT_MAX;
    std::cout << "adding" << std::endl;
    return n + argc;
}
