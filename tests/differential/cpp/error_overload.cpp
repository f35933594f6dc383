// differential: Ambiguous and unfitting calls with their candidates.
#include <iostream>
#include <string>

static void f(long, int) {}
static void f(int, long) {}
template <class T> void same(T, T) {}
static void only(std::string&) {}

int main() {
    f(1, 2);
    f("x", 1);
    same(1, 2.0);
    only("temporary");
    std::string text(1, 2, 3, 4);
    text = std::string("x") + 5;
    std::to_string("x");
    std::max(1, 2.5);
}
