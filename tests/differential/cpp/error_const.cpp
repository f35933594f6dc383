// differential: Constants written to, through methods and references, and the library's.
#include <string>
#include <set>
#include <iostream>

struct Counter { int n = 0; void up() { n++; } void up2() const { n++; } };

int main() {
    const Counter counter;
    counter.up();
    std::set<int> numbers{1, 2};
    *numbers.begin() = 5;
    const std::string text = "x";
    text[0] = 'y';
    text += "z";
    int& reference = 5;
    std::string& other = text;
    std::cout << "x"[0] = 3;
}
