// differential: A source in Latin-1, translated.
// flags: ["-finput-charset=ISO-8859-1"]
// exit: 0
// stdout: "gr√∂√üe8\n"
#include <iostream>

int main() {
    std::cout << "grˆﬂe" << sizeof "grˆﬂe" << '\n';
}
