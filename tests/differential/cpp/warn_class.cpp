// differential: Warnings about classes: order of initialisers, destructors, hidden and copied things.
// exit: 0
// stdout: "ab1\n"
#include <iostream>
#include <memory>
#include <utility>

struct Base { virtual void f() {} };
struct Derived : Base {
    int second, first;
    Derived() : first(1), second(first) {}
    void f() override {}
};

int main() {
    Base* base = new Derived;
    delete base;
    std::unique_ptr<int> p(new int(3)), q = std::move(p);
    q = std::move(q);
    for (const std::string text : {"a", "b"}) std::cout << text;
    std::cout << std::move(1) << '\n';
}
