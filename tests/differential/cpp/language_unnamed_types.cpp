// differential: What types without names are called, which the compiler numbers.
// exit: 0
#include <bits/stdc++.h>

struct {
    int x;
} point;
enum { first } letter;
namespace {
enum { second };
}
template <typename T>
static const char* name_of(const T&) {
    return typeid(T).name();
}

int main() {
    struct {
        int y;
    } local;
    std::cout << typeid(point).name() << ' ' << typeid(letter).name() << ' ' << typeid(first).name() << ' ' << typeid(second).name() << ' '
              << name_of(local) << ' ' << name_of([] {}) << '\n';
    std::cout << (std::type_index(typeid(point)) < std::type_index(typeid(letter))) << '\n';
}
