// differential: Inline functions, variables and static locals are one in all files; anonymous ones are not.
// exit: 0
// stdout: "12223110\n77\n"
#include <iostream>
#include "shared.h"

int main() {
    counter() += 1, ++inlined, ++hidden;
    bump();
    std::cout << counter() << inlined << hidden << (address() == &inlined) << (hidden_address() == &hidden) << '\n';
    try { fail(); } catch (const Error& error) { std::cout << error.code << '\n'; }
}
