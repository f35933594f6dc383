// differential: Names and texts beyond ASCII in all sorts of literals.
// exit: 0
// stdout: "33243é\n"
#include <iostream>
#include <string>

struct Größe { int wert = 3; };

int main() {
    Größe größe;
    std::u16string sixteen = u"☃𝄞";
    std::u32string all = U"☃𝄞";
    std::cout << größe.wert << sixteen.size() << all.size() << sizeof(L'☃') << sizeof u8"ß" << "\u00e9" << '\n';
}
