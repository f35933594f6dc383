// differential: A last line without an end, right behind the header.
// exit: 0
// stdout: "x\n"
#include <iostream>
int main() { std::cout << "x" << std::endl; }