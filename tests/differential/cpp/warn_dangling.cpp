// differential: References to what is gone, in code that does not use them.
// exit: 0
// stdout: "unused\n"
#include <bits/stdc++.h>

static int& local() {
    int x = 3;
    return x;
}
static std::string_view view() {
    std::string text = "gone";
    return text;
}
static const std::string& temporary() { return "temporary"; }

int main(int argc, char**) {
    if (argc > 9) std::cout << local() << view() << temporary();
    std::cout << "unused\n";
}
