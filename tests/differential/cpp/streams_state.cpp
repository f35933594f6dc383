// differential: What the standard streams are like at the start: flags, ties, masks, locales.
// exit: 0
// stdout: "4098 600032C1\n4098 600032C0\n12290 600032C1\n4098 600032C0\nCC1\nbasic_ios::clear: iostream error iostream:1\n"
#include <iostream>
#include <locale>

static void show(std::ios& stream) {
    std::cout << stream.flags() << ' ' << stream.precision() << stream.width() << stream.rdstate() << stream.exceptions() << int(stream.fill())
              << stream.getloc().name() << (stream.tie() == &std::cout) << '\n';
}

int main() {
    show(std::cin), show(std::cout), show(std::cerr), show(std::clog);
    std::cout << std::locale().name() << std::wcout.getloc().name() << std::ios::sync_with_stdio() << '\n';
    std::cerr << "unit" << 1 << '\n';
    std::clog << "log" << 2 << '\n';
    std::cout.setstate(std::ios::failbit);
    std::cout << "lost";
    std::cout.clear();
    std::cout.exceptions(std::ios::badbit);
    try {
        std::cout.setstate(std::ios::badbit);
    } catch (const std::ios::failure& error) {
        std::cout.clear();
        std::cout << error.what() << ' ' << error.code() << '\n';
    }
}
