// differential: A file of the program called iostream, meant by quotes, that goes on to the real one.
// exit: 0
// stdout: "own iostream\n"
#include "iostream"

int main() {
    std::cout << own << '\n';
}
