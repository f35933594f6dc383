// differential: Definitions that collide with the library's, with its declarations as notes.
#include <cmath>
#include <cstdlib>
#include <iostream>

double sqrt(double x) { return x; }
int abs(double x) { return x; }
long exit = 3;
int printf;
namespace std { int cout = 5; struct string {}; }

int main() {
    std::cout << sqrt(2.0);
}
