// differential: A namespace that is never closed; the end of the file is the error.
#include <iostream>
namespace open {
struct S {
    void f() {
        std::cout << "x";

int main() {
    std::cout << "y\n";
}
