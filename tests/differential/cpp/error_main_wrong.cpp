// differential: main with wrong types.
#include <iostream>

std::string main(int argc, std::string* argv) {
    std::cout << argc << main;
    return "x";
}
