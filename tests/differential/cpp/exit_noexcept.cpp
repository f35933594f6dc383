// differential: An exception leaves a function that promised to throw none.
// signal: SIGABRT
// stdout: "calling\n"
#include <iostream>
#include <stdexcept>

static void promise() noexcept { throw std::runtime_error("broken promise"); }

int main() {
    std::cout << "calling" << std::endl;
    try {
        promise();
    } catch (...) {
        std::cout << "never\n";
    }
}
