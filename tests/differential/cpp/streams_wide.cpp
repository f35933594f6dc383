// differential: Wide streams, in the plain locale and in the environment's.
// exit: 0
// stdout: "größe ☃ C.UTF-8 1234567\nplain\nstill ☃ 0\nlocale::facet::_S_create_c_locale name not valid\n"
#include <clocale>
#include <iostream>
#include <locale>

int main() {
    std::locale::global(std::locale(""));
    std::wcout.imbue(std::locale());
    std::wcout << L"größe ☃ " << std::locale().name().c_str() << L' ' << 1234567 << L'\n';
    std::wcout.imbue(std::locale::classic());
    std::wcout << L"plain" << L'\n' << std::flush;
    std::wcout << L"still ☃ " << std::flush;
    bool bad = std::wcout.bad();
    std::wcout.clear();
    std::wcout << bad << L'\n';
    try {
        std::locale none("xx_YY");
    } catch (const std::runtime_error& error) {
        std::wcout << error.what() << L'\n';
    }
}
