// differential: A pure virtual function called while the object is made.
// flags: ["-O0"]
// signal: SIGABRT
// stdout: "making\n"
#include <iostream>

struct Base {
    Base() { call(); }
    void call() { f(); }
    virtual void f() = 0;
};
struct Derived : Base { void f() override {} };

int main() {
    std::cout << "making" << std::endl;
    Derived derived;
}
