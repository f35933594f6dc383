// differential: CR LF at the end of every line, in a raw text too.
// exit: 0
// stdout: "xx92\n"
#include <iostream>
#define TWO(a) \
    a << a

int main() {
    std::cout << TWO("x") << __LINE__ << sizeof(R"(
)") << '\n';
}
