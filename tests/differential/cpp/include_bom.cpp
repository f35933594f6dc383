// differential: A byte order mark before the header.
// exit: 0
// stdout: "☃ 6\n"
#include <iostream>

int main() { std::cout << "☃ " << __LINE__ << '\n'; }
