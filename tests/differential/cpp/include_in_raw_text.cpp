// differential: Lines in a raw text look like headers.
// exit: 0
// stdout: "\n#include <iostream>\n// \\\n14\n"
#include <cstdio>
static const char* const text = R"(
#include <iostream>
// \
)";
#if 0
#include <iostream>
#endif

int main() {
    std::printf("%s%d\n", text, __LINE__);
#ifdef _GLIBCXX_IOSTREAM
    std::puts("there");
#endif
}
