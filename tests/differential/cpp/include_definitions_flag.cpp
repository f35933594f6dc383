// differential: Definitions of the caller that the header never heard of, one with signs in it.
// flags: ["-DNAME=\"a b\"", "-DCOUNT=2+1", "-DFLAG"]
// exit: 0
// stdout: "a b41\n"
#include <iostream>

int main() {
#ifdef FLAG
    std::cout << NAME << COUNT * 2 << FLAG << '\n';
#endif
}
