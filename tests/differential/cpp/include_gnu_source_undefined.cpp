// differential: The same macro taken away by the caller, which the precompiled header was made with.
// flags: ["-U_GNU_SOURCE", "-D_POSIX_C_SOURCE=200809L"]
#include <iostream>
#include <cstring>

int main() {
    std::cout << strcasestr("Hello WORLD", "wor") << '\n';
}
