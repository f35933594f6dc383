// differential: Local objects made without a lock, allocation without sizes, hidden names.
// flags: ["-fno-threadsafe-statics", "-fno-sized-deallocation", "-fvisibility=hidden", "-fno-elide-constructors"]
// exit: 0
// stdout: "made made copied \n"
#include <iostream>

struct Counted { Counted() { std::cout << "made "; } Counted(const Counted&) { std::cout << "copied "; } };
static Counted make() { Counted one; return one; }
static Counted& only() { static Counted instance; return instance; }

int main() {
    only(), only();
    Counted copy = make();
#ifdef __cpp_threadsafe_static_init
    std::cout << "locked ";
#endif
#ifdef __cpp_sized_deallocation
    std::cout << "sized ";
#endif
    std::cout << '\n';
}
