// differential: A macro with the name of something in the library makes an error inside its header.
#define ostream my_ostream
#define cout cerr
#include <iostream>

int main() {
    std::cout << "where does it go?\n";
    std::my_ostream& out = std::cout;
    std::no_such_ostream& other = out;
}
