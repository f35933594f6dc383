// differential: Texts in another encoding than the source's.
// flags: ["-fexec-charset=ISO-8859-1"]
// exit: 0
// stdout: "6223\n"
#include <iostream>

int main() {
    std::cout << sizeof "größe" << (int)(unsigned char)"ß"[0] << '\n';
}
