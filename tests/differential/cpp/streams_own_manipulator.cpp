// differential: Own buffers, manipulators and places for numbers in a stream.
// exit: 0
// stdout: "UPPER TRUE10-1\n"
#include <iostream>
#include <streambuf>

struct Upper : std::streambuf {
    std::streambuf* to = std::cout.rdbuf();
    int overflow(int c) override { return to->sputc(static_cast<char>(std::toupper(c))); }
};
static const int place = std::ios_base::xalloc();
static std::ostream& loud(std::ostream& out) { out.iword(place) = 1; return out; }

int main() {
    Upper buffer;
    std::ostream upper(&buffer);
    upper << "upper " << std::boolalpha << true << loud << upper.iword(place) << std::cout.iword(place) << place - std::ios_base::xalloc() << '\n';
}
