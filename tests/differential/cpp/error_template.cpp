// differential: Errors in the program's own templates: arguments, deduction, names that depend.
#include <vector>
#include <iostream>

template <class T, int n> struct Array { T values[n]; };
template <class T> struct Holder { typename T::type value; T::other wrong; };
template <class T> T make() { return T(); }

int main() {
    Array<int> a;
    Array<3, int> b;
    Holder<std::vector<int>> c;
    Holder<int> d;
    auto e = make();
    std::vector<int&> f;
    std::vector g;
    std::cout << sizeof(a) << '\n';
}
