// differential: Date and time are of this compilation, not of a header's.
// exit: 0
// stdout: "1925\n"
#include <iostream>
#include <cstring>
#include <ctime>

int main() {
    std::time_t now = std::time(nullptr);
    char text[40];
    bool same = false;
    for (int days = 0; days < 2; ++days) {
        std::time_t then = now - days * 86400;
        std::strftime(text, sizeof text, "%b %e %Y", std::gmtime(&then));
        same |= !std::strcmp(text, __DATE__);
    }
    std::cout << same << sizeof __TIME__ << sizeof __TIMESTAMP__ << '\n';
}
