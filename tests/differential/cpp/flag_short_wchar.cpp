// differential: Wide characters of two bytes.
// flags: ["-fshort-wchar"]
// exit: 0
// stdout: "26\n"
#include <iostream>

int main() {
    std::cout << sizeof(wchar_t) << sizeof(L"ab") << '\n';
}
