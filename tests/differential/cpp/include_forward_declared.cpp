// differential: Names of the library declared by the program before its header.
// exit: 0
// stdout: "declared before\n12\n"
namespace std {
template <class T> class allocator;
template <class T> struct char_traits;
template <class C, class T> class basic_ostream;
}
extern "C" int atoi(const char*) noexcept;
template <class Stream> void say(Stream& out) { out << "declared before\n"; }
#include <iostream>
#include <cstdlib>

int main() {
    std::basic_ostream<char, std::char_traits<char>>& out = std::cout;
    say(out);
    out << atoi("12") << '\n';
}
