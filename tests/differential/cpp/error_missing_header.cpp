// differential: A header that does not exist among those that do.
#include <iostream>
#include <vectr>
#include <string>

int main() {
    std::cout << undeclared << std::endl;
}
